import { Address } from '../../../components/address/address';
import { Amount } from '../../../components/amount/amount';
import { BlockRef } from '../../../components/block-ref/block-ref';
import { CopyButton } from '../../../components/copy-button/copy-button';
import { KeyValue } from '../../../components/keyvalue/keyvalue';
import { Figure } from '../../../components/receipt/figure';
import { bytesText, picoText } from '../../../components/receipt/proof';
import { Panel, Section } from '../../../components/section/section';
import { displayBytes, formatInteger } from '../../../lib/format/quantity';
import { text } from '../../../messages';
import styles from './page.module.css';
import type { ExtrinsicData } from './query';

const words = text.chain.extrinsic;

/** Who sent it, when, what it cost and, if it failed, why. */
export const Facts = ({ extrinsic }: { extrinsic: ExtrinsicData }) => (
  <Section title={words.facts}>
    <Panel>
      <KeyValue
        pairs={[
          extrinsic.error === null
            ? null
            : {
                name: words.error,
                value: (
                  <>
                    <code>{extrinsic.error}</code> {extrinsic.errorText} {extrinsic.errorAdvice}
                  </>
                ),
              },
          { name: words.block, value: <BlockRef block={extrinsic.block} time={extrinsic.time} both /> },
          {
            name: words.signer,
            value:
              extrinsic.signer === null ? (
                words.none
              ) : (
                <Address address={extrinsic.signer} name={extrinsic.signerAccount?.identityDisplay} copy />
              ),
          },
          {
            name: words.fee,
            value:
              extrinsic.fee === null ? (
                words.feeFree
              ) : (
                <Figure of={words.fee} raw={picoText(extrinsic.fee)} receipt={extrinsic.receipt} rule={words.feeRule}>
                  <Amount pico={extrinsic.fee} />
                  {extrinsic.treasuryFee !== null && (
                    <span className={styles.small}>
                      &ensp;{words.treasury} <Amount pico={extrinsic.treasuryFee} />
                    </span>
                  )}
                </Figure>
              ),
          },
          extrinsic.tip === null || extrinsic.tip === '0'
            ? null
            : {
                name: words.tip,
                value: (
                  <Figure of={words.tip} raw={picoText(extrinsic.tip)} receipt={extrinsic.receipt}>
                    <Amount pico={extrinsic.tip} />
                  </Figure>
                ),
              },
          extrinsic.nonce === null
            ? null
            : {
                name: words.nonce,
                value: (
                  <Figure of={words.nonce} raw={extrinsic.nonce} receipt={extrinsic.receipt}>
                    {formatInteger(extrinsic.nonce)}
                  </Figure>
                ),
              },
          {
            name: words.length,
            value: (
              <Figure of={words.length} raw={bytesText(extrinsic.lengthBytes)} receipt={extrinsic.receipt}>
                {displayBytes(extrinsic.lengthBytes)}
              </Figure>
            ),
          },
          {
            name: words.hash,
            value: (
              <>
                <code>{extrinsic.hash}</code>
                <CopyButton value={extrinsic.hash} what={words.hash} />
              </>
            ),
          },
        ]}
      />
    </Panel>
  </Section>
);
