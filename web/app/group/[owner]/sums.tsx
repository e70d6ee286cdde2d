import Link from 'next/link';
import type { ReactNode } from 'react';
import { Amount } from '../../../components/amount/amount';
import { Figure } from '../../../components/receipt/figure';
import { FigureFields, ReceiptFields, receiptIn } from '../../../components/receipt/fragment';
import { Panel, Section } from '../../../components/section/section';
import { Stat, Stats } from '../../../components/stat/stat';
import { displayBytes, formatInteger } from '../../../lib/format/quantity';
import { type FragmentOf, graphql } from '../../../lib/graphql';
import { route } from '../../../lib/route';
import { text } from '../../../messages';

const words = text.node.group;

/** What the machines of a group are together. */
export const GroupSums = graphql(
  `
    fragment GroupSums on Group {
      owner memberCount punishedCount free spower reportedFilesSizeBytes
      figureReceipts { ...FigureFields }
      merchant { fileReward receipt { ...ReceiptFields } }
    }
  `,
  [FigureFields, ReceiptFields],
);

interface Props {
  group: FragmentOf<typeof GroupSums>;
  at: number | null;
  /** beside the heading, before the link to the files held */
  aside?: ReactNode;
}

/** The sums over a group's machines, each with its receipt. */
export const Sums = ({ group, at, aside }: Props) => {
  const figure = (label: string, field: string, raw: string, shown: string, note?: string) => (
    <Stat label={label} note={note}>
      <Figure of={label} raw={raw} receipt={receiptIn(group.figureReceipts, field)}>
        {shown}
      </Figure>
    </Stat>
  );
  const count = (label: string, field: 'memberCount' | 'punishedCount', note?: string) =>
    figure(label, field, String(group[field]), formatInteger(group[field]), note);
  const bytes = (label: string, field: 'free' | 'reportedFilesSizeBytes' | 'spower') =>
    figure(label, field, `${group[field]} B`, displayBytes(group[field]));
  const links = (
    <>
      {aside} <Link href={route.held(group.owner, at)}>{text.held.link}</Link>
    </>
  );
  return (
    <Section title={words.title} anchor="machines" aside={links}>
      <Panel>
        <Stats>
          {count(words.members, 'memberCount')}
          {count(words.punished, 'punishedCount', words.punishedNote)}
          {bytes(words.free, 'free')}
          {bytes(words.files, 'reportedFilesSizeBytes')}
          {bytes(words.spower, 'spower')}
          {group.merchant && (
            <Stat label={words.merchant}>
              <Figure of={words.merchant} raw={`${group.merchant.fileReward} pico`} receipt={group.merchant.receipt}>
                <Amount pico={group.merchant.fileReward} />
              </Figure>
            </Stat>
          )}
        </Stats>
      </Panel>
    </Section>
  );
};
