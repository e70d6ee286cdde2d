'use client';

import { useEffect, useState } from 'react';

/** What the server promised, once it is there; undefined before, so that nothing waits for it. */
export const useArrived = <T>(promise: Promise<T>): T | undefined => {
  const [arrived, setArrived] = useState<{ of: Promise<T>; value: T } | null>(null);
  useEffect(() => {
    let asked = true;
    promise.then((value) => {
      if (asked) setArrived({ of: promise, value });
    });
    return () => {
      asked = false;
    };
  }, [promise]);
  return arrived?.of === promise ? arrived.value : undefined;
};
