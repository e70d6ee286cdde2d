import Link from 'next/link';
import type { ReactNode } from 'react';
import { Amount } from '../../components/amount/amount';
import { BlockRef } from '../../components/block-ref/block-ref';
import { Figure } from '../../components/receipt/figure';
import { Stat, Stats } from '../../components/stat/stat';
import { displayBytes, formatInteger } from '../../lib/format/quantity';
import type { ResultOf } from '../../lib/graphql';
import { route } from '../../lib/route';
import { text } from '../../messages';
import styles from './page.module.css';
import type { HomeDocument } from './query';

const words = text.home.layers;

/** The upper edge of each layer, cut by hand so that no two are parallel. */
const EDGES = ['', 'M0 8l140-3 210 4 180-5 240 4 190-3 240 4v12H0z', 'M0 5l220 4 190-5 260 6 200-4 330 2v13H0z'];
const MOHO = 'M0 11h250l7-4 8 8 7-12 9 18 8-13 6 5 6-2h330l5-3 6 6 6-4h553';

const Layer = ({ depth, name, children }: { depth: 1 | 2 | 3 | 4; name: string; children: ReactNode }) => (
  <div className={styles.layer} data-depth={depth}>
    {depth > 1 && (
      <svg
        className={styles.edge}
        viewBox="0 0 1200 20"
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
      >
        {depth === 4 ? (
          <>
            <path d="M0 11h1200v10H0z" />
            <path data-line="" d={MOHO} />
          </>
        ) : (
          <path d={EDGES[depth - 1]} />
        )}
      </svg>
    )}
    <h3 className={styles.layerName}>{name}</h3>
    <Stats>{children}</Stats>
  </div>
);

/** Totals of the network as a section through the ground: what moves fast on top, what carries it below. */
export const Layers = ({ data: { network, status } }: { data: ResultOf<typeof HomeDocument> }) => {
  const { lastSlot, era, price } = network;
  const asOf = text.common.ofBlock(formatInteger(network.asOf));
  const receiptOf = (item: string) => network.receipts.find(({ figure }) => figure === item)?.receipt;
  // sums over all work reports: the chain's own totals leave out the punished and wait for the sweep, so they prove nothing
  const bytes = (raw: string) => <span title={`${formatInteger(raw)} B`}>{displayBytes(raw)}</span>;
  return (
    <section aria-labelledby="layers" className={styles.layers}>
      <h2 id="layers" className="visually-hidden">
        {words.title}
      </h2>
      <Layer depth={1} name={words.chain}>
        <Stat label={words.head}>
          <BlockRef block={network.asOf} time={network.time} />
        </Stat>
        <Stat
          label={words.slot}
          note={words.slotNote(
            formatInteger(network.asOf - network.currentSlot),
            formatInteger(status.profile.slotBlocks),
          )}
        >
          {formatInteger(network.currentSlot)}
        </Stat>
        <Stat label={words.era}>
          {network.activeEra === null ? (
            text.common.unknown
          ) : (
            <Figure of={words.era} raw={String(network.activeEra)} receipt={receiptOf('Staking.ActiveEra')}>
              <Link href={route.era(network.activeEra)}>{formatInteger(network.activeEra)}</Link>
            </Figure>
          )}
        </Stat>
        <Stat label={words.spec}>{status.specVersion ?? text.common.unknown}</Stat>
      </Layer>
      <Layer depth={2} name={words.storage}>
        <Stat label={words.files} note={asOf}>
          <Figure of={words.files} raw={String(network.fileCount)} receipt={receiptOf('Market.FileKeysCount')}>
            <Link href={route.files}>{formatInteger(network.fileCount)}</Link>
          </Figure>
        </Stat>
        <Stat label={words.replicas} note={words.replicasNote}>
          {formatInteger(network.replicaCount)}
        </Stat>
        <Stat label={words.bytes}>{bytes(network.storedBytes)}</Stat>
        {price ? (
          <Stat label={words.price} note={words.priceNoteBlocks(formatInteger(status.profile.fileDurationBlocks))}>
            <Figure of={text.market.fees.base} raw={`${price.baseFee} pico`} receipt={price.receipts[0]}>
              <Link href={route.market}>
                <Amount pico={price.quote.total} />
              </Link>
            </Figure>
          </Stat>
        ) : (
          <Stat label={words.orders}>{formatInteger(network.orderCount)}</Stat>
        )}
      </Layer>
      <Layer depth={3} name={words.work}>
        <Stat label={words.sworkers}>{formatInteger(network.sworkerCount)}</Stat>
        <Stat
          label={words.last}
          note={lastSlot && words.lastNote(formatInteger(lastSlot.missed), formatInteger(lastSlot.punished))}
        >
          {lastSlot ? words.reported(formatInteger(lastSlot.reporters)) : text.common.noneLong}
        </Stat>
        <Stat label={words.free} note={words.reportsNote}>
          {bytes(network.totalFree)}
        </Stat>
        <Stat label={words.filesSize} note={words.reportsNote}>
          {bytes(network.reportedFilesSizeBytes)}
        </Stat>
      </Layer>
      <Layer depth={4} name={words.stake}>
        <Stat label={words.totalStake} note={words.totalStakeNote}>
          <Figure
            of={words.totalStake}
            raw={era?.totalStake ? `${era.totalStake} pico` : null}
            receipt={era?.receipts[0]}
          >
            <Amount pico={era?.totalStake} />
          </Figure>
        </Stat>
        <Stat label={words.validators}>
          <Link href={route.nodes}>{formatInteger(network.validatorCount)}</Link>
        </Stat>
        <Stat label={words.guarantors}>{formatInteger(network.guarantorCount)}</Stat>
        <Stat label={words.spower} note={words.reportsNote}>
          {bytes(network.totalSpower)}
        </Stat>
      </Layer>
    </section>
  );
};
