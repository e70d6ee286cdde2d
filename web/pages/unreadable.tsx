import { text } from '../messages';

/**
 * The one case that never reaches the app router: an address whose percent signs decode to nothing. Next.js hands it to
 * the pages router's error page, so this folder exists for it alone.
 */
const UnreadableAddress = () => (
  <main style={{ maxWidth: '40rem', margin: '15vh auto', padding: '0 1.5rem', font: '1rem/1.5 system-ui, sans-serif' }}>
    <h1>{text.problem.badInputTitle}</h1>
    <p>{text.search.notText}</p>
    <p>
      <a href="/">{text.problem.home}</a>
    </p>
  </main>
);

export default UnreadableAddress;
