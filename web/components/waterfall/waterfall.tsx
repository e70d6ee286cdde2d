import styles from './waterfall.module.css';

const WIDTH = 1000;
const HEIGHT = 12;
/** even a tiny part can be seen */
const NARROWEST = 8;

interface StepProps {
  /** the level before the step and after it, in any unit that all steps share */
  from: bigint;
  to: bigint;
  /** the lowest and highest level of all steps */
  lowest: bigint;
  highest: bigint;
}

const placeOf = (value: bigint, lowest: bigint, highest: bigint): number =>
  highest === lowest ? 0 : Number(((value - lowest) * BigInt(WIDTH)) / (highest - lowest));

/** One step of a waterfall: from where the step before ended. The figures stand beside it; the picture only helps. */
export const WaterfallStep = ({ from, to, lowest, highest }: StepProps) => {
  const [a, b] = [from, to].map((value) => placeOf(value, lowest, highest)) as [number, number];
  const width = Math.max(NARROWEST, Math.abs(b - a));
  const x = Math.min(Math.min(a, b), WIDTH - width);
  return (
    <svg className={styles.step} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      <rect className={styles.track} x="0" y={HEIGHT / 2 - 0.5} width={WIDTH} height="1" />
      <rect className={styles.bar} data-up={to >= from} x={x} y="0" width={width} height={HEIGHT} />
    </svg>
  );
};
