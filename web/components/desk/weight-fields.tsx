import { MOST_WEIGHT, RANK_RULES } from '@moho/protocol/yield/rank';
import { type Weighing, weightName } from '../../lib/desk/state';
import { text } from '../../messages';
import styles from './desk.module.css';

const words = text.desk;

/** One weight for each factor of the rank; plain number fields of a form that works without script. */
export const WeightFields = ({ weights, open }: { weights: readonly Weighing[]; open: boolean }) => (
  <details className={styles.more} open={open}>
    <summary>{words.weights.title}</summary>
    <p className={styles.lead}>{words.weights.lead}</p>
    <div className={styles.weights}>
      {weights.map(({ factor, weight }) => (
        <label key={factor} className={styles.weight}>
          <input
            type="number"
            name={weightName(factor)}
            min={0}
            max={MOST_WEIGHT}
            step={1}
            defaultValue={weight}
            aria-label={words.weights.of(words.factors[factor])}
          />
          <span>
            {words.factors[factor]}
            <small>{RANK_RULES[factor].rule}</small>
          </span>
        </label>
      ))}
    </div>
  </details>
);
