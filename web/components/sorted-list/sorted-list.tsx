import { Pagination } from '../pagination/pagination';
import { SortLinks, Table, type TableProps } from '../table/table';

interface SortedListProps<Row> extends Omit<TableProps<Row>, 'sorting' | 'cards'> {
  order: { field: string; direction: 'ASC' | 'DESC' };
  /** the cursor this page begins after; null on the first */
  after: string | null;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  /** the list's own address with these parameters changed; null takes one out */
  hrefWith: (changes: Record<string, string | null>) => string;
}

/** A list that the API orders and pages: ways to order it, its rows (cards on a phone), the way on. The address says all. */
export const SortedList = <Row,>({ order, after, pageInfo, hrefWith, ...table }: SortedListProps<Row>) => {
  const sorting = { ...order, hrefFor: (sort: string, dir: string) => hrefWith({ sort, dir, after: null }) };
  const fields = table.columns.flatMap(({ sort, header }) => (sort ? [{ sort, header }] : []));
  return (
    <>
      <SortLinks fields={fields} sorting={sorting} />
      <Table {...table} sorting={sorting} cards />
      <Pagination
        firstHref={after === null ? null : hrefWith({ after: null })}
        shown={table.rows.length}
        nextHref={pageInfo.hasNextPage ? hrefWith({ after: pageInfo.endCursor }) : null}
      />
    </>
  );
};
