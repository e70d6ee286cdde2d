import { Head, Html, Main } from 'next/document';

/** The frame of the unreadable-address page: plain HTML, no script. */
const Document = () => (
  <Html lang="en" style={{ colorScheme: 'light dark' }}>
    <Head>
      <meta name="color-scheme" content="light dark" />
    </Head>
    <body>
      <Main />
    </body>
  </Html>
);

export default Document;
