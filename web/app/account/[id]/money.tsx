import { Amount } from '../../../components/amount/amount';
import { Figure } from '../../../components/receipt/figure';
import type { ReceiptData } from '../../../components/receipt/fragment';
import { Panel, Section } from '../../../components/section/section';
import { Stat, Stats } from '../../../components/stat/stat';
import { text } from '../../../messages';
import type { AccountData } from './query';

const words = text.account.money;

const Holding = ({ of, pico, receipt, note }: { of: string; pico: string; receipt: ReceiptData; note?: string }) => (
  <Stat label={of} note={note}>
    <Figure of={of} raw={`${pico} pico`} receipt={receipt}>
      <Amount pico={pico} />
    </Figure>
  </Stat>
);

/** What the account has bonded, guaranteed or waiting; nothing when it has no such row. */
export const Money = ({ account }: { account: AccountData }) => {
  const { ledger, guarantor, merchant, sworkBenefit } = account;
  const guarantees = guarantor?.isGuarantor && guarantor.total !== null ? guarantor : null;
  if (!ledger && !guarantees && !merchant && !sworkBenefit) return null;
  const unlocking = ledger?.unlocking.reduce((sum, part) => sum + BigInt(part.value), 0n) ?? 0n;
  return (
    <Section title={words.title}>
      <Panel>
        <Stats>
          {ledger && <Holding of={words.active} pico={ledger.active} receipt={ledger.receipt} />}
          {ledger && <Holding of={words.total} pico={ledger.total} receipt={ledger.receipt} />}
          {ledger && ledger.unlocking.length > 0 && (
            <Holding
              of={words.unlocking}
              pico={unlocking.toString()}
              receipt={ledger.receipt}
              note={words.unlockingNote(ledger.unlocking.length)}
            />
          )}
          {guarantees && (
            <Holding
              of={words.guaranteed}
              pico={guarantees.total ?? '0'}
              receipt={guarantees.receipt}
              note={words.targets(guarantees.targets.length)}
            />
          )}
          {merchant && (
            <Holding of={words.reward} pico={merchant.fileReward} receipt={merchant.receipt} note={words.rewardNote} />
          )}
          {merchant && (
            <Holding
              of={words.collateral}
              pico={merchant.activeFunds}
              receipt={merchant.receipt}
              note={words.collateralNote}
            />
          )}
          {sworkBenefit && (
            <Holding
              of={words.feeFunds}
              pico={sworkBenefit.activeFunds}
              receipt={sworkBenefit.receipt}
              note={words.feeFundsNote(sworkBenefit.usedFeeReductionCount, sworkBenefit.totalFeeReductionCount)}
            />
          )}
        </Stats>
      </Panel>
    </Section>
  );
};
