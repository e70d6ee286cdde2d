import type { Metadata } from 'next';
import Link from 'next/link';
import { Address } from '../../../../../components/address/address';
import { Amount } from '../../../../../components/amount/amount';
import { CopyButton } from '../../../../../components/copy-button/copy-button';
import { KeyValue } from '../../../../../components/keyvalue/keyvalue';
import { NameLine, PageHead } from '../../../../../components/page-head/page-head';
import { BadInputPage } from '../../../../../components/problem/bad-input';
import { ProblemPage } from '../../../../../components/problem/problem';
import { Figure } from '../../../../../components/receipt/figure';
import { receiptIn } from '../../../../../components/receipt/fragment';
import { perbillText, picoText } from '../../../../../components/receipt/proof';
import { Panel, Section } from '../../../../../components/section/section';
import { Stat, Stats } from '../../../../../components/stat/stat';
import { TimeMachine } from '../../../../../components/time-machine/time-machine';
import { cruText } from '../../../../../lib/format/amount';
import { plainName } from '../../../../../lib/format/plain';
import { displayPerbill, formatInteger, shorten } from '../../../../../lib/format/quantity';
import { decodePart, parseBlockNumber, readAt, type SearchParams } from '../../../../../lib/params';
import { route } from '../../../../../lib/route';
import { text } from '../../../../../messages';
import { lostIn } from '../../../../unclaimed/left';
import styles from './page.module.css';
import { Parts } from './parts';
import { type Claim, loadClaim } from './query';

const words = text.unclaimed.claim;

interface Props {
  params: Promise<{ id: string; era: string }>;
  searchParams: SearchParams;
}

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { id, era } = await params;
  return { title: words.titleOf(era.slice(0, 12), shorten(decodePart(id) ?? '?')) };
};

const Figures = ({ claim }: { claim: Claim }) => {
  const money = (label: string, field: 'total' | 'staking' | 'authoring' | 'validatorAmount') => (
    <Stat label={label}>
      <Figure of={label} raw={picoText(claim[field])} receipt={receiptIn(claim.figureReceipts, field)}>
        <Amount pico={claim[field]} />
      </Figure>
    </Stat>
  );
  return (
    <Stats>
      {money(words.total, 'total')}
      {money(words.staking, 'staking')}
      {money(words.authoring, 'authoring')}
      {money(words.node, 'validatorAmount')}
      <Stat label={words.fee}>
        <Figure
          of={words.fee}
          raw={perbillText(claim.guaranteeFeePerbill)}
          receipt={receiptIn(claim.figureReceipts, 'guaranteeFeePerbill')}
        >
          {displayPerbill(claim.guaranteeFeePerbill ?? 1_000_000_000)}
        </Figure>
      </Stat>
    </Stats>
  );
};

const Call = ({ call }: { call: Claim['call'] }) => {
  const hex = (value: string, what: string) => (
    <span className={styles.hex}>
      <code>{value}</code> <CopyButton value={value} what={what} />
    </span>
  );
  return (
    <Section title={words.call} lead={`${words.callLead} ${text.unclaimed.how.sign}`}>
      <Panel>
        <KeyValue
          pairs={[
            { name: words.hex, value: hex(call.callData, words.copy), hint: words.spec(call.specVersion) },
            { name: words.hash, value: hex(call.callHash, words.copyHash) },
          ]}
        />
      </Panel>
    </Section>
  );
};

const ClaimPage = async ({ params, searchParams }: Props) => {
  const parts = await params;
  const id = decodePart(parts.id);
  const number = parseBlockNumber(decodePart(parts.era) ?? '');
  const at = readAt(await searchParams);
  if (id === null) return <BadInputPage sentence={text.search.notText} />;
  if (number === null) return <BadInputPage sentence={text.era.bad(parts.era.slice(0, 60))} />;
  if (!at.ok) return <BadInputPage sentence={text.common.at.bad(at.text)} />;
  const answer = await loadClaim(id, number, at.block);
  if (!answer.ok) return <ProblemPage problem={answer.problem} />;
  const { validator } = answer.data;
  const claim = answer.data.unclaimed.eras.nodes[0] ?? null;
  const name = plainName(validator.stashAccount.identityDisplay) ?? shorten(validator.stash, 8, 6);
  const paid = claim?.parts.filter(({ state }) => state === 'PAID').length ?? 0;
  return (
    <>
      <PageHead
        kind={words.kind}
        title={words.titleOf(formatInteger(number), name)}
        sentence={claim === null ? words.none : words.sentence(cruText(claim.total), paid, lostIn(claim, new Date()))}
      >
        <NameLine>
          <span>
            <Address address={validator.stash} href={route.node(validator.stash, at.block)} full copy /> ·{' '}
            <Link href={route.era(number)}>{text.era.titleOf(formatInteger(number))}</Link> ·{' '}
            <Link href={route.unclaimed}>{text.unclaimed.link}</Link>
          </span>
          <TimeMachine path={route.claim(validator.stash, number)} at={at.block} asOf={validator.asOf} />
        </NameLine>
      </PageHead>
      {claim !== null && (
        <>
          <Figures claim={claim} />
          <Call call={claim.call} />
          <Parts claim={claim} />
        </>
      )}
    </>
  );
};

export default ClaimPage;
