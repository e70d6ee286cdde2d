import Link from 'next/link';
import { EmptyState } from '../../components/empty/empty';
import { FileEventList } from '../../components/file-events/file-events';
import { LiveBlocks, LiveTrace } from '../../components/live/live-blocks';
import { ProblemPage } from '../../components/problem/problem';
import { SearchBox } from '../../components/search-box/search-box';
import { Section } from '../../components/section/section';
import { ask } from '../../lib/api/ask';
import { readLive } from '../../lib/live';
import { route } from '../../lib/route';
import { text } from '../../messages';
import { Layers } from './layers';
import styles from './page.module.css';
import { HomeDocument } from './query';

const words = text.home;
const TRACE_BLOCKS = 60;
const LIST_BLOCKS = 16;
const ONE_GIB = String(1024 ** 3);

const Home = async () => {
  const [answer, live, list] = await Promise.all([
    ask(HomeDocument, { oneGib: ONE_GIB }),
    readLive(TRACE_BLOCKS, false),
    readLive(LIST_BLOCKS, true),
  ]);
  return (
    <>
      <div className={styles.hero}>
        <h1>{words.title}</h1>
        <p className={styles.lead}>{words.lead}</p>
        <SearchBox size="large" />
      </div>
      {answer.ok ? (
        <>
          <figure className={styles.trace}>
            <LiveTrace initial={live} blocks={TRACE_BLOCKS} />
            <figcaption>{words.traceCaption(live.silent ? 0 : live.blocks.length)}</figcaption>
          </figure>
          <Layers data={answer.data} />
          <div className={styles.columns}>
            <Section title={words.live.title} aside={<Link href={route.blocks}>{words.live.all}</Link>}>
              <LiveBlocks initial={list} blocks={LIST_BLOCKS} now={new Date().toISOString()} />
            </Section>
            <Section title={words.events.title} aside={<Link href={route.files}>{words.events.all}</Link>}>
              {answer.data.fileEvents.nodes.length === 0 ? (
                <EmptyState title={words.events.none} />
              ) : (
                <FileEventList events={answer.data.fileEvents.nodes} withFile />
              )}
            </Section>
          </div>
        </>
      ) : (
        <ProblemPage problem={answer.problem} />
      )}
    </>
  );
};

export default Home;
