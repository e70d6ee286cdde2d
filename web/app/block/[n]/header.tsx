import Link from 'next/link';
import { Address } from '../../../components/address/address';
import { Moment } from '../../../components/block-ref/block-ref';
import { CopyButton } from '../../../components/copy-button/copy-button';
import { KeyValue } from '../../../components/keyvalue/keyvalue';
import { Figure } from '../../../components/receipt/figure';
import { Panel, Section } from '../../../components/section/section';
import { formatInteger } from '../../../lib/format/quantity';
import { route } from '../../../lib/route';
import { text } from '../../../messages';
import type { BlockData } from './query';

const words = text.chain.block;

/** The block's header as the index keeps it. */
export const Header = ({ block }: { block: BlockData }) => (
  <Section title={words.facts}>
    <Panel>
      <KeyValue
        pairs={[
          { name: words.time, value: <Moment time={block.time} both /> },
          {
            name: words.hash,
            value: (
              <>
                <Figure of={words.hash} raw={block.hash} receipt={block.receipt}>
                  <code>{block.hash}</code>
                </Figure>
                <CopyButton value={block.hash} what={words.hash} />
              </>
            ),
          },
          {
            name: words.parent,
            value: (
              <Link href={route.block(block.parentHash)}>
                <code>{block.parentHash}</code>
              </Link>
            ),
          },
          {
            name: words.author,
            value:
              block.author === null ? (
                words.noAuthor
              ) : (
                <Address
                  address={block.author}
                  name={block.authorAccount?.identityDisplay}
                  href={route.node(block.author)}
                />
              ),
          },
          {
            name: words.slot,
            value: (
              <Figure of={words.slot} raw={block.slot} receipt={block.receipt} rule={words.slotRule}>
                {formatInteger(block.slot)}
              </Figure>
            ),
          },
          {
            name: words.spec,
            value: (
              <Figure of={words.spec} raw={block.specVersion} receipt={block.receipt} rule={text.home.layers.specRule}>
                {block.specVersion}
              </Figure>
            ),
          },
        ]}
      />
    </Panel>
  </Section>
);
