import { text } from '../../messages';
import styles from './export-links.module.css';

const words = text.portfolio.export;

/** Links that download a whole list. Plain links: the browser saves what comes, however long it takes. */
export const ExportLinks = ({ csv, json, lead = words.lead }: { csv: string; json: string; lead?: string }) => (
  <p className={styles.links}>
    <span>{lead}</span>{' '}
    <a href={csv} download>
      {words.csv}
    </a>{' '}
    <a href={json} download>
      {words.json}
    </a>
  </p>
);
