import { NothingYet } from '../../components/empty/empty';
import filter from '../../components/filter/filter.module.css';
import { Pagination } from '../../components/pagination/pagination';
import { Section } from '../../components/section/section';
import { Table } from '../../components/table/table';
import { formatInteger } from '../../lib/format/quantity';
import { formatDuration } from '../../lib/format/time';
import { route } from '../../lib/route';
import { text } from '../../messages';
import { ownerColumns, timeColumns } from './columns';
import type { PickupTime, WaitingData } from './query';

const words = text.waiting;

interface TimesProps {
  data: WaitingData;
  slots: number;
  given: string;
  problem: string | null;
  at: number | null;
}

/** How long files of each size waited for their first replica, over as many slots as asked for. */
export const Times = ({ data, slots, given, problem, at }: TimesProps) => {
  const { waitingRoom: room, status } = data;
  const { blockTimeMs, slotBlocks } = status.profile;
  const rows: PickupTime[] =
    room.overall === null ? [] : [...room.classes, { ...room.overall, fromBytes: null, belowBytes: null }];
  return (
    <Section title={words.times.title} lead={words.times.lead}>
      <form method="get" action={route.waiting} className={filter.filter}>
        {at !== null && <input type="hidden" name="at" value={at} />}
        <label className={filter.field}>
          {words.times.slots}
          <input
            type="text"
            inputMode="numeric"
            name="slots"
            defaultValue={given}
            maxLength={6}
            size={6}
            autoComplete="off"
          />
        </label>
        <div className={filter.actions}>
          <button type="submit">{words.times.apply}</button>
          <span>
            {words.times.since(
              formatInteger(slots),
              formatInteger(room.fromBlock),
              formatDuration(slots * slotBlocks * blockTimeMs),
            )}
          </span>
        </div>
        {problem !== null && <p className={filter.warning}>{problem}</p>}
      </form>
      <Table
        caption={words.times.title}
        columns={timeColumns(blockTimeMs)}
        rows={rows}
        rowKey={(row) => `${row.fromBytes}-${row.belowBytes}`}
        empty={<NothingYet>{words.times.none}</NothingYet>}
        cards
      />
    </Section>
  );
};

/** Owners by how soon they stored these files. */
export const Owners = ({
  data,
  links,
}: {
  data: WaitingData;
  links: { first: string | null; next: (cursor: string | null) => string };
}) => {
  const { nodes, pageInfo } = data.pickupOwners;
  return (
    <Section title={words.owners.title} lead={words.owners.lead} anchor="owners">
      <Table
        caption={words.owners.title}
        columns={ownerColumns(data.status.profile.blockTimeMs)}
        rows={nodes}
        rowKey={(row) => row.id}
        empty={<NothingYet>{words.owners.none}</NothingYet>}
        cards
      />
      <Pagination
        firstHref={links.first}
        shown={nodes.length}
        nextHref={pageInfo.hasNextPage ? links.next(pageInfo.endCursor) : null}
      />
    </Section>
  );
};
