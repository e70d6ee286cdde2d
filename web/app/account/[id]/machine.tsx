import { StatusBadge } from '../../../components/badge/badge';
import { KeyValue } from '../../../components/keyvalue/keyvalue';
import { Figure } from '../../../components/receipt/figure';
import { Panel, Section } from '../../../components/section/section';
import { displayBytes, formatInteger } from '../../../lib/format/quantity';
import { text } from '../../../messages';
import type { AccountData } from './query';

const words = text.account.machine;

/** The machine that reports for this account. */
export const Machine = ({ identity }: { identity: NonNullable<AccountData['sworkIdentity']> }) => {
  const { sworker } = identity;
  const bytes = (of: string, raw: string) =>
    sworker && (
      <Figure of={of} raw={`${raw} B`} receipt={sworker.receipt}>
        {displayBytes(raw)}
      </Figure>
    );
  return (
    <Section
      title={words.title}
      aside={
        identity.punished ? (
          <StatusBadge tone="bad" glyph="cross">
            {words.punished}
          </StatusBadge>
        ) : (
          <StatusBadge tone="good" glyph="disc">
            {words.fine}
          </StatusBadge>
        )
      }
      lead={identity.punished ? words.punishedUntil(formatInteger(identity.punishmentDeadline)) : undefined}
    >
      <Panel>
        <KeyValue
          pairs={[
            {
              name: words.anchor,
              value: (
                <Figure of={words.anchor} raw={identity.anchor} receipt={identity.receipt}>
                  <code>{identity.anchor}</code>
                </Figure>
              ),
            },
            sworker && {
              name: words.lastReport,
              value: (
                <Figure of={words.lastReport} raw={sworker.reportSlot} receipt={sworker.receipt}>
                  {formatInteger(sworker.reportSlot)}
                </Figure>
              ),
            },
            sworker && { name: words.free, value: bytes(words.free, sworker.free) },
            sworker && { name: words.files, value: bytes(words.files, sworker.reportedFilesSizeBytes) },
            sworker && { name: words.spower, value: bytes(words.spower, sworker.spower) },
          ]}
        />
      </Panel>
    </Section>
  );
};
