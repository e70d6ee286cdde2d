import type { Metadata } from 'next';
import Link from 'next/link';
import { Amount } from '../../components/amount/amount';
import { EmptyState } from '../../components/empty/empty';
import { Note } from '../../components/note/note';
import { PageHead } from '../../components/page-head/page-head';
import { BadInputPage } from '../../components/problem/bad-input';
import { ProblemPage } from '../../components/problem/problem';
import { Figure } from '../../components/receipt/figure';
import { receiptIn } from '../../components/receipt/fragment';
import { picoText } from '../../components/receipt/proof';
import { Section } from '../../components/section/section';
import { Stat, Stats } from '../../components/stat/stat';
import { Table } from '../../components/table/table';
import { Words } from '../../components/term/term';
import { TimeMachine } from '../../components/time-machine/time-machine';
import { ask } from '../../lib/api/ask';
import { cruText } from '../../lib/format/amount';
import { plainName } from '../../lib/format/plain';
import { formatInteger, shorten } from '../../lib/format/quantity';
import { readAt, type SearchParams } from '../../lib/params';
import { route } from '../../lib/route';
import { text } from '../../messages';
import { type Asked, readAsked } from './asked';
import { callColumns, positionColumns } from './columns';
import { PlanForm } from './form';
import styles from './page.module.css';
import { type Plan, PlanDocument, type PlanPosition } from './query';

const words = text.plan;

export const metadata: Metadata = { title: words.title };

const nameOf = ({ stash, stashAccount }: PlanPosition): string =>
  plainName(stashAccount.identityDisplay) ?? shorten(stash);

const sentenceOf = (plan: Plan, { amountPico }: Asked): string => {
  const nodes = plan.positions.filter(({ amount, held }) => BigInt(amount) > BigInt(held)).length;
  const added = BigInt(plan.income) - BigInt(plan.standing);
  return nodes === 0
    ? words.sentenceNowhere
    : words.sentence(cruText(amountPico ?? 0n), formatInteger(nodes), cruText(added));
};

/** How sure it is: nothing is called best unless all else was ruled out. */
const HowSure = ({ plan }: { plan: Plan }) => {
  const gap = BigInt(plan.bound) - BigInt(plan.income);
  return (
    <Note tone={plan.isBest ? 'good' : 'idle'}>
      {plan.isBest
        ? words.isBest(formatInteger(plan.parts), cruText(plan.unit))
        : words.isGood(formatInteger(plan.parts), cruText(plan.unit), cruText(gap))}
    </Note>
  );
};

const Incomes = ({ plan }: { plan: Plan }) => {
  const { standing, income, bound, runnerUp } = plan;
  const figure = (label: string, field: string, pico: string, note?: string) => (
    <Stat label={label} note={note}>
      <Figure of={label} raw={picoText(pico)} receipt={receiptIn(plan.figureReceipts, field)}>
        <Amount pico={pico} />
      </Figure>
    </Stat>
  );
  return (
    <Stats>
      {figure(words.stats.income, 'income', income, words.stats.incomeNote)}
      {figure(words.stats.standing, 'standing', standing)}
      {figure(words.stats.bound, 'bound', bound, words.stats.boundNote)}
      {runnerUp && figure(words.stats.loss, 'loss', runnerUp.loss, words.stats.lossNote)}
    </Stats>
  );
};

const Split = ({ plan, at }: { plan: Plan; at: number | null }) => {
  const { positions, runnerUp, calls } = plan;
  const left = runnerUp?.positions.find(({ stash }) => stash === runnerUp.without);
  const without = positions.find(({ stash }) => stash === runnerUp?.without) ?? left;
  return (
    <>
      <Section title={words.splitTitle}>
        <Table
          caption={words.splitTitle}
          columns={positionColumns(positions, plan.figureReceipts, at)}
          rows={positions}
          rowKey={({ stash }) => stash}
          rowName={nameOf}
          cards
        />
        {BigInt(plan.unplaced) > 0n && <p>{words.unplaced(cruText(plan.unplaced))}</p>}
      </Section>
      {calls.length > 0 && (
        <Section title={words.callsTitle}>
          <p>
            <Words>{words.callsLead}</Words>
          </p>
          <Table
            caption={words.callsTitle}
            columns={callColumns(plan.figureReceipts)}
            rows={calls}
            rowKey={({ call, stash }) => `${call} ${stash}`}
            rowName={({ call, stash }) => `${call} ${shorten(stash)}`}
            cards
          />
        </Section>
      )}
      {runnerUp && without && (
        <Section title={words.runnerUpTitle}>
          <p>{words.runnerUpLead(nameOf(without), cruText(runnerUp.loss))}</p>
          <Table
            caption={words.runnerUpTitle}
            columns={positionColumns(runnerUp.positions, plan.figureReceipts, at)}
            rows={runnerUp.positions}
            rowKey={({ stash }) => stash}
            rowName={nameOf}
            cards
          />
        </Section>
      )}
    </>
  );
};

const notesOf = (plan: Plan, asked: Asked): string[] => {
  const free = plan.freeBonded == null ? null : BigInt(plan.freeBonded);
  const toBond = free === null ? 0n : (asked.amountPico ?? 0n) - free;
  return [
    words.notes.allowed(formatInteger(plan.allowedCount), formatInteger(plan.candidateCount)),
    plan.era === null ? words.notes.noEra : words.notes.era(formatInteger(plan.era ?? 0)),
    ...(free === null ? [words.notes.bonded] : []),
    ...(toBond > 0n ? [words.notes.bondMore(cruText(toBond))] : []),
    ...(plan.targetsElsewhere > 0 ? [words.notes.elsewhere(formatInteger(plan.targetsElsewhere))] : []),
    words.notes.claims,
  ];
};

const PlanPage = async ({ searchParams }: { searchParams: SearchParams }) => {
  const query = await searchParams;
  const at = readAt(query);
  if (!at.ok) return <BadInputPage sentence={text.common.at.bad(at.text)} />;
  const asked = readAsked(query);
  if (asked.amountPico === null)
    return (
      <>
        <PageHead title={words.title} sentence={words.sentenceEmpty}>
          <p>{words.lead}</p>
        </PageHead>
        <PlanForm query={query} />
        <EmptyState title={words.empty} />
      </>
    );
  const answer = await ask(PlanDocument, {
    amount: String(asked.amountPico),
    guarantor: asked.guarantor,
    mayCut: asked.mayCut,
    maxPerNode: asked.maxPerNodePico === null ? null : String(asked.maxPerNodePico),
    minReports: asked.minReportsPerbill,
    minFee: asked.minFeePerbill,
    maxFeeChange: asked.maxFeeChangePerbill,
    unslashed: asked.unslashed,
    at: at.block,
  });
  if (!answer.ok) return <ProblemPage problem={answer.problem} />;
  const { plan } = answer.data;
  return (
    <>
      <PageHead title={words.title} sentence={sentenceOf(plan, asked)}>
        <p>
          {words.lead} <Link href={route.yieldDocs}>{words.how}</Link>
        </p>
        <TimeMachine path={route.plan} at={at.block} asOf={plan.asOf} />
      </PageHead>
      <PlanForm query={query} />
      <Section title={words.incomeTitle}>
        <Incomes plan={plan} />
        <HowSure plan={plan} />
      </Section>
      <Split plan={plan} at={at.block} />
      <Section title={words.notesTitle}>
        <ul className={styles.notes}>
          {notesOf(plan, asked).map((sentence) => (
            <li key={sentence}>
              <Words>{sentence}</Words>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
};

export default PlanPage;
