import { text } from '../../messages';
import styles from './page.module.css';
import type { StepStates } from './step-states';

const words = text.store.steps;
const STEPS = ['add', 'order', 'success'] as const;

/** Add, order, success: each with what it is, and where a file is known, how far it is. */
export const ThreeSteps = ({ states }: { states: StepStates | null }) => (
  <ol className={styles.steps}>
    {STEPS.map((step, i) => (
      <li key={step} className={styles.step} data-step={step} data-state={states?.[step]}>
        <div className={styles.stepHead}>
          <span className={styles.number} aria-hidden="true">
            {i + 1}
          </span>
          <h3>{words.names[step]}</h3>
          {states !== null && <span className={styles.state}>{words.states[states[step]]}</span>}
        </div>
        <p>{words[step]}</p>
      </li>
    ))}
  </ol>
);
