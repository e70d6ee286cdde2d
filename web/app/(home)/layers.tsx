import Link from 'next/link';
import type { ReactNode } from 'react';
import { Figure } from '../../components/receipt/figure';
import { receiptIn } from '../../components/receipt/fragment';
import { Stat } from '../../components/stat/stat';
import { displayBytes, formatInteger } from '../../lib/format/quantity';
import { route } from '../../lib/route';
import { text } from '../../messages';
import { Head, LastSlot, Price, SlotTotal, Spec, TotalStake } from './figures';
import { Layer } from './layer';
import styles from './page.module.css';
import type { HomeData } from './query';

const words = text.home.layers;

/** Totals of the network as a section through the ground: what moves fast on top, what carries it below. */
export const Layers = ({ data }: { data: HomeData }) => {
  const { network, status } = data;
  const total = (label: string, field: string, raw: string | number, shown: ReactNode, note?: string) => (
    <Stat label={label} note={note}>
      <Figure of={label} raw={raw} receipt={receiptIn(network.figureReceipts, field)}>
        {shown}
      </Figure>
    </Stat>
  );
  const count = (label: string, field: string, n: number, note?: string) =>
    total(label, field, n, formatInteger(n), note);
  const bytes = (label: string, field: string, raw: string, note?: string) =>
    total(label, field, `${raw} B`, displayBytes(raw), note);
  const slotNote = words.slotNote(
    formatInteger(network.asOf - network.currentSlot),
    formatInteger(status.profile.slotBlocks),
  );
  return (
    <section aria-labelledby="layers" className={styles.layers}>
      <h2 id="layers" className="visually-hidden">
        {words.title}
      </h2>
      <Layer depth={1} name={words.chain}>
        <Head data={data} />
        {count(words.slot, 'currentSlot', network.currentSlot, slotNote)}
        {network.activeEra === null ? (
          <Stat label={words.era}>{text.common.unknown}</Stat>
        ) : (
          total(
            words.era,
            'activeEra',
            network.activeEra,
            <Link href={route.era(network.activeEra)}>{formatInteger(network.activeEra)}</Link>,
          )
        )}
        <Spec data={data} />
      </Layer>
      <Layer depth={2} name={words.storage}>
        {total(
          words.files,
          'fileCount',
          network.fileCount,
          <Link href={route.files}>{formatInteger(network.fileCount)}</Link>,
          text.common.ofBlock(formatInteger(network.asOf)),
        )}
        {count(words.replicas, 'replicaCount', network.replicaCount, words.replicasNote)}
        {bytes(words.bytes, 'storedBytes', network.storedBytes)}
        {network.price ? <Price data={data} /> : count(words.orders, 'orderCount', network.orderCount)}
      </Layer>
      <Layer depth={3} name={words.work}>
        {count(words.sworkers, 'sworkerCount', network.sworkerCount, words.sworkersNote)}
        <LastSlot data={data} />
        <SlotTotal data={data} label={words.free} field="totalFree" />
        <SlotTotal data={data} label={words.filesSize} field="totalFilesSizeBytes" />
      </Layer>
      <Layer depth={4} name={words.stake}>
        <TotalStake data={data} />
        {total(
          words.validators,
          'validatorCount',
          network.validatorCount,
          <Link href={route.nodes}>{formatInteger(network.validatorCount)}</Link>,
        )}
        {count(words.guarantors, 'guarantorCount', network.guarantorCount)}
        <SlotTotal data={data} label={words.spower} field="totalSpower" />
      </Layer>
    </section>
  );
};
