import { Section } from '../../components/section/section';
import { LogoMark } from '../../components/site-header/logo';
import { text } from '../../messages';
import styles from './page.module.css';

const COLOURS = [
  'paper',
  'sheet',
  'sunk',
  'line',
  'line-strong',
  'ink',
  'ink-2',
  'ink-3',
  'ember',
  'ember-wash',
  'olivine',
  'good',
  'wait',
  'warn',
  'bad',
  'idle',
  'stratum-1',
  'stratum-2',
  'stratum-3',
  'stratum-4',
];
const SPACES = ['s1', 's2', 's3', 's4', 's5', 's6', 's7'];

/** Tokens: colour, type, space. */
export const Foundations = () => (
  <>
    <Section title={text.design.colour} lead={text.design.colourLead}>
      <ul className={styles.swatches}>
        {COLOURS.map((name) => (
          <li key={name} className={styles.swatch}>
            <span className={styles.chip} style={{ background: `var(--${name})` }} />
            {name}
          </li>
        ))}
      </ul>
    </Section>
    <Section title={text.design.type} lead={text.design.typeLead}>
      <div className={styles.type}>
        <span className={styles.display}>{text.home.title}</span>
        <h2>{text.file.counts.title}</h2>
        <h3>{text.group.reports.title}</h3>
        <p>{text.node.listLead}</p>
        <code>0x5ebf094108ead4fefa73f7a3b13cb4a7 0123456789</code>
      </div>
    </Section>
    <Section title={text.design.space}>
      <div className={styles.stack}>
        <div className={styles.row}>
          <LogoMark size={64} />
          <LogoMark size={28} />
        </div>
        {SPACES.map((name) => (
          <div key={name} className={styles.row}>
            <code>{name}</code>
            <span className={styles.bar} style={{ width: `var(--${name})` }} />
          </div>
        ))}
      </div>
    </Section>
  </>
);
