import { Address } from '../../../components/address/address';
import { BlockRef } from '../../../components/block-ref/block-ref';
import { KeyValue } from '../../../components/keyvalue/keyvalue';
import { Figure } from '../../../components/receipt/figure';
import { receiptIn } from '../../../components/receipt/fragment';
import { Panel, Section } from '../../../components/section/section';
import { formatInteger } from '../../../lib/format/quantity';
import { route } from '../../../lib/route';
import { text } from '../../../messages';
import { Copied } from './copied';
import type { ReportData } from './query';

const words = text.report.facts;

const placeOf = (offset: number, slotBlocks: number, late: boolean): string => {
  const place = words.offsetOf(offset, slotBlocks);
  return late ? words.late(place) : place;
};

/** Who reported for whom, when, under which key, and when it was judged. */
export const Facts = ({ report, slotBlocks }: { report: ReportData; slotBlocks: number }) => {
  const { account, owner, block, extrinsicIndex, time, offset, anchor, pubKey, content, judgedAtBlock } = report;
  // a call that came to nothing is no report, and no sweep judges it
  const isJudged = report.status !== 'REJECTED' && report.status !== 'DUPLICATE';
  const outcome = text.report.states[report.status];
  return (
    <Section title={words.title}>
      <Panel>
        <KeyValue
          pairs={[
            {
              name: words.status,
              value: (
                <Figure
                  of={words.statusFigure}
                  raw={outcome}
                  receipt={[report.provenance?.receipt, receiptIn(report.figureReceipts, 'status')]}
                >
                  {outcome}
                </Figure>
              ),
            },
            {
              name: words.machine,
              value: <Address address={account} name={report.accountEntity?.identityDisplay} copy />,
            },
            {
              name: words.owner,
              value:
                owner === null ? (
                  words.alone
                ) : (
                  <Address address={owner} name={report.ownerEntity?.identityDisplay} href={route.group(owner)} copy />
                ),
            },
            { name: words.slot, value: <BlockRef block={report.slot} /> },
            block === null
              ? null
              : {
                  name: words.block,
                  value: <BlockRef block={block} extrinsicIndex={extrinsicIndex} time={time} both />,
                },
            offset === null ? null : { name: words.offset, value: placeOf(offset, slotBlocks, report.late) },
            isJudged
              ? {
                  name: words.judged,
                  value: judgedAtBlock === null ? words.notJudged : <BlockRef block={judgedAtBlock} />,
                }
              : null,
            anchor === null ? null : { name: words.anchor, value: <Copied value={anchor} what={words.anchor} /> },
            pubKey === null
              ? null
              : {
                  name: words.key,
                  value: pubKey === anchor ? words.keySame : <Copied value={pubKey} what={words.key} />,
                },
            content?.handedOverKey
              ? { name: words.handedOver, value: <Copied value={content.handedOverKey} what={words.handedOver} /> }
              : null,
            content?.slotHash
              ? { name: words.slotHash, value: <Copied value={content.slotHash} what={words.slotHash} /> }
              : null,
            report.blockEntity ? { name: words.spec, value: formatInteger(report.blockEntity.specVersion) } : null,
          ]}
        />
      </Panel>
    </Section>
  );
};
