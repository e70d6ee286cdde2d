import type { Metadata } from 'next';
import Link from 'next/link';
import { Address } from '../../../components/address/address';
import { Amount } from '../../../components/amount/amount';
import { NameLine, PageHead } from '../../../components/page-head/page-head';
import { BadInputPage } from '../../../components/problem/bad-input';
import { ProblemPage } from '../../../components/problem/problem';
import { Figure } from '../../../components/receipt/figure';
import { picoText } from '../../../components/receipt/proof';
import { RewardTable } from '../../../components/reward-table/reward-table';
import { Panel, Section } from '../../../components/section/section';
import { Stat, Stats } from '../../../components/stat/stat';
import { TimeMachine } from '../../../components/time-machine/time-machine';
import { displayCru } from '../../../lib/format/amount';
import { plainName } from '../../../lib/format/plain';
import { formatInteger, shorten } from '../../../lib/format/quantity';
import { decodePart, readAt, type SearchParams } from '../../../lib/params';
import { route } from '../../../lib/route';
import { text } from '../../../messages';
import { type GuarantorData, loadGuarantor } from './query';
import { Exposures, Targets } from './targets';

const words = text.guarantor;

interface Props {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const id = decodePart((await params).id);
  return { title: words.titleOf(id === null ? '?' : shorten(id)) };
};

const Position = ({ of }: { of: GuarantorData }) => {
  const idle = of.ledger === null || of.total === null ? null : BigInt(of.ledger.active) - BigInt(of.total);
  return (
    <Section title={words.facts.title}>
      <Panel>
        <Stats>
          <Stat label={words.facts.total}>
            <Figure of={words.facts.total} raw={of.total === null ? null : `${of.total} pico`} receipt={of.receipt}>
              <Amount pico={of.total} />
            </Figure>
          </Stat>
          {of.ledger && (
            <Stat label={words.facts.bonded}>
              <Figure of={words.facts.bonded} raw={`${of.ledger.active} pico`} receipt={of.ledger.receipt}>
                <Amount pico={of.ledger.active} />
              </Figure>
            </Stat>
          )}
          {idle !== null && (
            <Stat label={words.facts.free} note={words.facts.freeNote}>
              <Figure
                of={words.facts.free}
                raw={picoText(idle)}
                receipt={[of.ledger?.receipt, of.receipt]}
                rule={words.facts.freeRule}
              >
                <Amount pico={idle} />
              </Figure>
            </Stat>
          )}
          {of.submittedIn !== null && (
            <Stat label={words.facts.submitted}>
              <Figure of={words.facts.submitted} raw={of.submittedIn} receipt={of.receipt}>
                <Link href={route.era(of.submittedIn)}>{formatInteger(of.submittedIn)}</Link>
              </Figure>
            </Stat>
          )}
          {of.controller && (
            <Stat label={words.facts.controller}>
              <Address address={of.controller} />
            </Stat>
          )}
          {of.suppressed && <Stat label={words.facts.suppressed}>{text.common.yes}</Stat>}
        </Stats>
      </Panel>
    </Section>
  );
};

const GuarantorPage = async ({ params, searchParams }: Props) => {
  const id = decodePart((await params).id);
  const at = readAt(await searchParams);
  if (id === null) return <BadInputPage sentence={text.search.notText} />;
  if (!at.ok) return <BadInputPage sentence={text.common.at.bad(at.text)} />;
  const answer = await loadGuarantor(id, at.block);
  if (!answer.ok) return <ProblemPage problem={answer.problem} />;
  const { guarantor } = answer.data;
  return (
    <>
      <PageHead
        kind={words.kind}
        title={plainName(guarantor.stashAccount.identityDisplay) ?? shorten(guarantor.stash, 8, 6)}
        sentence={
          guarantor.isGuarantor
            ? words.sentence(displayCru(guarantor.total ?? 0n).whole, guarantor.targets.length)
            : words.not
        }
      >
        <NameLine>
          <Address address={guarantor.stash} full copy />
          <TimeMachine path={route.guarantor(guarantor.stash)} at={at.block} asOf={guarantor.asOf} />
        </NameLine>
      </PageHead>
      {guarantor.isGuarantor && <Position of={guarantor} />}
      <Targets targets={guarantor.targets} at={at.block} />
      <Exposures
        names={new Map(guarantor.targets.map((one) => [one.validator, one.target.stashAccount.identityDisplay]))}
        eras={guarantor.eras.nodes}
        more={guarantor.eras.pageInfo.hasNextPage}
      />
      <Section title={words.rewards.title}>
        <RewardTable
          rewards={guarantor.rewards.nodes}
          caption={words.rewards.title}
          more={guarantor.rewards.pageInfo.hasNextPage}
        />
      </Section>
    </>
  );
};

export default GuarantorPage;
