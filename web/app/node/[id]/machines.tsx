import { Amount } from '../../../components/amount/amount';
import { EmptyState } from '../../../components/empty/empty';
import { Pagination } from '../../../components/pagination/pagination';
import { Figure } from '../../../components/receipt/figure';
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
  return (
    <>
      <Section title={words.title} anchor="machines">
        <Panel>
          <Stats>
            <Stat label={words.members}>
              <Figure of={words.members} raw={String(group.memberCount)} receipt={group.receipt}>
                {formatInteger(group.memberCount)}
              </Figure>
            </Stat>
            <Stat label={words.punished} note={words.punishedNote}>
              {formatInteger(group.punishedCount)}
            </Stat>
            <Stat label={words.free}>
              <span title={`${group.free} B`}>{displayBytes(group.free)}</span>
            </Stat>
            <Stat label={words.files}>
              <span title={`${group.reportedFilesSizeBytes} B`}>{displayBytes(group.reportedFilesSizeBytes)}</span>
            </Stat>
            <Stat label={words.spower}>
              <span title={`${group.spower} B`}>{displayBytes(group.spower)}</span>
            </Stat>
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
        <Pagination firstHref={null} nextHref={next} />
      </Section>
    </>
  );
};
