import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { StatusBadge } from '../../../components/badge/badge';
import { CallTree } from '../../../components/call-tree/call-tree';
import { parseCallTree } from '../../../components/call-tree/parse';
import { EventList } from '../../../components/event-list/event-list';
import { PageHead } from '../../../components/page-head/page-head';
import { BadInputPage } from '../../../components/problem/bad-input';
import { ProblemPage } from '../../../components/problem/problem';
import { proofOf, proofsOf } from '../../../components/receipt/proof';
import { Receipt } from '../../../components/receipt/receipt';
import { Section } from '../../../components/section/section';
import { parseExtrinsicName } from '../../../lib/block-name';
import { formatInteger } from '../../../lib/format/quantity';
import { decodePart } from '../../../lib/params';
import { text } from '../../../messages';
import { Facts } from './facts';
import styles from './page.module.css';
import { type ExtrinsicData, loadExtrinsic } from './query';
import { Reports } from './reports';

const words = text.chain.extrinsic;

interface Props {
  params: Promise<{ id: string }>;
}

const nameOf = async (params: Props['params']) => {
  const part = decodePart((await params).id) ?? '';
  return { part, name: parseExtrinsicName(part) };
};

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { part, name } = await nameOf(params);
  if (name === null) return { title: words.kind };
  return { title: words.titleOf(part) };
};

/** Why an extrinsic that the chain calls a success did not do all it was asked. */
const partlyFailed = ({ callIndex, error, errorText }: ExtrinsicData['innerErrors'][number]): string => {
  const reason = errorText ?? error;
  return callIndex === null ? words.partlySentence(reason) : words.stoppedSentence(callIndex + 1, reason);
};

const ExtrinsicPage = async ({ params }: Props) => {
  const { part, name } = await nameOf(params);
  if (name === null) return <BadInputPage sentence={words.bad(part)} />;
  const answer = await loadExtrinsic(name.id, name.hash);
  if (!answer.ok) return <ProblemPage problem={answer.problem} />;
  const { extrinsic } = answer.data;
  if (extrinsic === null) notFound();
  const call = `${extrinsic.pallet}.${extrinsic.call}`;
  const tree = parseCallTree(extrinsic.callTree);
  const [inner] = extrinsic.innerErrors;
  return (
    <>
      <PageHead
        kind={`${words.kind} ${formatInteger(extrinsic.block)}-${extrinsic.index}`}
        badges={
          inner !== undefined ? (
            <StatusBadge tone="warn" glyph="triangle">
              {inner.callIndex === null ? words.partly : words.stopped}
            </StatusBadge>
          ) : extrinsic.success ? (
            <StatusBadge tone="good" glyph="disc">
              {words.success}
            </StatusBadge>
          ) : (
            <StatusBadge tone="bad" glyph="cross">
              {words.failed}
            </StatusBadge>
          )
        }
        title={call}
        sentence={
          inner !== undefined
            ? partlyFailed(inner)
            : extrinsic.success
              ? undefined
              : (extrinsic.errorText ?? extrinsic.error ?? words.failed)
        }
      />
      <Facts extrinsic={extrinsic} />
      <Reports reports={extrinsic.reports} />
      <Section title={words.tree}>
        {tree === null ? (
          <>
            <p>{words.unreadable}</p>
            <pre className={styles.raw}>{extrinsic.callTree}</pre>
          </>
        ) : (
          <div data-figure={words.tree} className={styles.tree}>
            <CallTree call={tree} />
            <Receipt of={words.tree} proofs={proofsOf(proofOf(words.tree, call, extrinsic.receipt))} />
          </div>
        )}
      </Section>
      <Section
        title={words.events}
        aside={extrinsic.events.pageInfo.hasNextPage ? text.chain.more(extrinsic.events.nodes.length) : undefined}
      >
        <EventList events={extrinsic.events.nodes} empty={words.noEvents} withSource={false} />
      </Section>
    </>
  );
};

export default ExtrinsicPage;
