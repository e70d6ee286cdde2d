import Link from 'next/link';
import { Amount } from '../../../components/amount/amount';
import { EmptyState } from '../../../components/empty/empty';
import { Pagination } from '../../../components/pagination/pagination';
import { Figure } from '../../../components/receipt/figure';
import { receiptIn } from '../../../components/receipt/fragment';
import { Panel, Section } from '../../../components/section/section';
import { SlotGrid } from '../../../components/slot-grid/slot-grid';
import { Stat, Stats } from '../../../components/stat/stat';
import { displayBytes, formatInteger } from '../../../lib/format/quantity';
import { withQuery } from '../../../lib/params';
import { route } from '../../../lib/route';
import { text } from '../../../messages';
import type { NodeData } from './query';

const { group: words, grid } = text.node;
type Group = NonNullable<NodeData['group']>;

/** The node's machines: their sums and the slot grid. */
export const Machines = ({ stash, group, at }: { stash: string; group: Group; at: number | null }) => {
  const { slotGrid } = group;
  const here = { at: at === null ? undefined : String(at) };
  const next = slotGrid.hasMore
    ? `${withQuery(route.node(stash), here, { machines: slotGrid.endCursor })}#machines`
    : null;
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
  return (
    <>
      <Section title={words.title} anchor="machines" aside={<Link href={route.held(stash, at)}>{text.held.link}</Link>}>
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
      <Section title={grid.title} lead={grid.lead} anchor="grid">
        {slotGrid.slots.length === 0 || slotGrid.rows.length === 0 ? (
          <EmptyState title={grid.none} />
        ) : (
          <SlotGrid slots={slotGrid.slots} rows={slotGrid.rows} caption={grid.caption} />
        )}
        <Pagination firstHref={null} nextHref={next} shown={slotGrid.rows.length} />
      </Section>
    </>
  );
};
