import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { StatusBadge } from '../../components/badge/badge';
import { BlockRef, Moment } from '../../components/block-ref/block-ref';
import { EmptyState } from '../../components/empty/empty';
import { KeyValue, type Pair } from '../../components/keyvalue/keyvalue';
import { PageHead } from '../../components/page-head/page-head';
import { ProblemPage } from '../../components/problem/problem';
import { Figure } from '../../components/receipt/figure';
import { Panel, Section } from '../../components/section/section';
import { Table } from '../../components/table/table';
import { ask } from '../../lib/api/ask';
import { formatInteger, groupBlocks } from '../../lib/format/quantity';
import { formatDuration } from '../../lib/format/time';
import type { ResultOf } from '../../lib/graphql';
import { text } from '../../messages';
import { StatusDocument } from './query';

const words = text.status;
type StatusData = ResultOf<typeof StatusDocument>;
type Status = StatusData['status'];

export const metadata: Metadata = { title: words.title };

const indexPairs = ({ status, blocks }: StatusData): (Pair | null)[] => {
  const { facts } = words;
  const [head] = blocks.nodes;
  // the index may have moved on between the two answers
  const receipt = head?.number === status.indexedHeight ? head?.receipt : null;
  const proven = (of: string, raw: string | number, shown: ReactNode) => (
    <Figure of={of} raw={receipt ? raw : null} receipt={receipt}>
      {shown}
    </Figure>
  );
  return [
    {
      name: facts.indexed,
      value:
        status.indexedHeight === null
          ? facts.nothing
          : proven(facts.indexed, status.indexedHeight, <BlockRef block={status.indexedHeight} />),
    },
    status.indexedTime === null ? null : { name: facts.time, value: <Moment time={status.indexedTime} both /> },
    status.targetHeight === null ? null : { name: facts.target, value: formatInteger(status.targetHeight) },
    status.lagBlocks === null ? null : { name: facts.lag, value: facts.lagBlocks(formatInteger(status.lagBlocks)) },
    status.chain === null ? null : { name: facts.chain, value: status.chain },
    status.genesisHash === null ? null : { name: facts.genesis, value: <code>{status.genesisHash}</code> },
    status.indexedHash === null
      ? null
      : { name: facts.hash, value: proven(facts.hash, status.indexedHash, <code>{status.indexedHash}</code>) },
    status.specVersion === null
      ? null
      : { name: facts.spec, value: proven(facts.spec, status.specVersion, status.specVersion) },
  ];
};

const clockPairs = ({ profile }: Status): Pair[] => {
  const { profile: names } = words;
  const blocks = (n: number) => `${names.blocks(formatInteger(n))} (${formatDuration(n * profile.blockTimeMs)})`;
  return [
    { name: names.name, value: profile.name },
    { name: names.blockTime, value: names.seconds(profile.blockTimeMs / 1000) },
    { name: names.slot, value: blocks(profile.slotBlocks) },
    { name: names.sweep, value: formatInteger(profile.sweepOffset) },
    { name: names.session, value: blocks(profile.sessionBlocks) },
    { name: names.era, value: formatInteger(profile.sessionsPerEra) },
    { name: names.duration, value: blocks(profile.fileDurationBlocks) },
    { name: names.spower, value: blocks(profile.spowerReadyBlocks) },
  ];
};

const State = ({ ok, yes, no }: { ok: boolean; yes: string; no: string }) => (
  <StatusBadge tone={ok ? 'good' : 'warn'} glyph={ok ? 'disc' : 'triangle'}>
    {ok ? yes : no}
  </StatusBadge>
);

/** Whether the rule of judgement that pages explain is the one the chain keeps. */
const Judging = ({ check }: { check: Status['deadlineCheck'] }) => {
  const { judging } = words;
  if (check === null || check.slots === 0) return null;
  const sentence =
    check.lastSlot === null
      ? judging.same(formatInteger(check.slots))
      : judging.differ(formatInteger(check.mismatches), formatInteger(check.lastSlot));
  return (
    <Section title={judging.title} lead={judging.lead}>
      <Panel>
        <KeyValue
          pairs={[
            {
              name: judging.mismatches,
              value: (
                <>
                  <Figure of={judging.mismatches} raw={check.mismatches} receipt={check.receipt}>
                    {formatInteger(check.mismatches)}
                  </Figure>{' '}
                  <State ok={check.mismatches === 0} yes={judging.ok} no={judging.wrong} />
                </>
              ),
            },
            { name: judging.result, value: sentence },
          ]}
        />
      </Panel>
    </Section>
  );
};

const StatusPage = async () => {
  const answer = await ask(StatusDocument, {});
  if (!answer.ok) return <ProblemPage problem={answer.problem} />;
  const { status } = answer.data;
  return (
    <>
      <PageHead
        title={words.title}
        badges={<State ok={status.ready} yes={words.ready} no={words.behind} />}
        sentence={groupBlocks(status.sentence)}
      />
      <Section title={words.facts.title}>
        <Panel>
          <KeyValue pairs={indexPairs(answer.data)} />
        </Panel>
      </Section>
      <Section title={words.services.title}>
        <Panel>
          <KeyValue
            pairs={status.services.map((service) => ({
              name: service.name,
              value: (
                <>
                  <State ok={service.ok} yes={words.services.ok} no={words.services.down} />{' '}
                  {groupBlocks(service.sentence)}
                </>
              ),
            }))}
          />
        </Panel>
      </Section>
      <Section title={words.profile.title} lead={words.profile.lead}>
        <Panel>
          <KeyValue pairs={clockPairs(status)} />
        </Panel>
      </Section>
      <Judging check={status.deadlineCheck} />
      <Section title={words.words.title}>
        <p>{words.words.risk(status.safeLiveOwners)}</p>
        <p>{words.words.live}</p>
      </Section>
      <Section title={words.specs.title}>
        <Table
          caption={words.specs.title}
          columns={[
            { key: 'spec', header: words.specs.spec, cell: (row) => row.specVersion },
            { key: 'block', header: words.specs.block, cell: (row) => <BlockRef block={row.block} /> },
            { key: 'time', header: words.specs.time, cell: (row) => <Moment time={row.time} both /> },
          ]}
          rows={status.specs}
          rowKey={(row) => String(row.specVersion)}
          empty={<EmptyState title={words.specs.none} />}
          cards
        />
      </Section>
    </>
  );
};

export default StatusPage;
