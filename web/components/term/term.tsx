import { type ReactNode, useId } from 'react';
import { text } from '../../messages';
import { splitWords } from './split';
import styles from './term.module.css';

/**
 * A word with a dotted line: a press, a tap or Enter opens its meaning. Nothing hides in a tooltip that only a mouse finds.
 */
export const Explain = ({ of, meaning, children }: { of: string; meaning: string; children: ReactNode }) => {
  const id = useId();
  return (
    <span className={styles.term}>
      <button
        type="button"
        className={styles.word}
        popoverTarget={id}
        title={meaning}
        aria-label={`${of}: ${text.common.explain}`}
      >
        {children}
      </button>
      <span id={id} popover="auto" role="note" className={styles.meaning} data-term={of}>
        <strong className={styles.name}>{of}</strong>
        {meaning}
      </span>
    </span>
  );
};

/** A label or sentence whose unfamiliar words can be opened. `hint`: the label's own explanation, which comes first. */
export const Words = ({ children, hint }: { children: string; hint?: string }) => {
  if (hint !== undefined) {
    return (
      <Explain of={children} meaning={hint}>
        {children}
      </Explain>
    );
  }
  return (
    <>
      {splitWords(children).map((piece, i) =>
        piece.word ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a fixed text have no other name than their position
          <Explain key={i} of={piece.text} meaning={piece.word.meaning}>
            {piece.text}
          </Explain>
        ) : (
          piece.text
        ),
      )}
    </>
  );
};
