import Link from 'next/link';
import { EmptyState } from '../../../components/empty/empty';
import { Pagination } from '../../../components/pagination/pagination';
import { Section } from '../../../components/section/section';
import { SlotGrid } from '../../../components/slot-grid/slot-grid';
import { withQuery } from '../../../lib/params';
import { route } from '../../../lib/route';
import { text } from '../../../messages';
import { Sums } from '../../group/[owner]/sums';
import type { NodeData } from './query';

const { grid } = text.node;
type Group = NonNullable<NodeData['group']>;

/** The node's machines: their sums and the slot grid. */
export const Machines = ({ stash, group, at }: { stash: string; group: Group; at: number | null }) => {
  const { slotGrid } = group;
  const here = { at: at === null ? undefined : String(at) };
  const next = slotGrid.hasMore
    ? `${withQuery(route.node(stash), here, { machines: slotGrid.endCursor })}#machines`
    : null;
  return (
    <>
      <Sums group={group} at={at} aside={<Link href={route.group(stash, at)}>{text.group.link}</Link>} />
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
