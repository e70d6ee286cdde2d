'use client';

import { ErrorPage } from '../components/problem/error-page';
import './globals.css';

/** When even the layout breaks: the same words without the site around them. */
const GlobalError = (props: { error: Error & { digest?: string }; reset: () => void }) => (
  <html lang="en">
    <body>
      <main>
        <ErrorPage {...props} />
      </main>
    </body>
  </html>
);

export default GlobalError;
