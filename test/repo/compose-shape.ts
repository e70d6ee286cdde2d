import { z } from 'zod';

const duration = z.string().regex(/^\d+(ms|s|m|h)$/);

const healthcheck = z.strictObject({
  test: z.tuple([z.enum(['CMD', 'CMD-SHELL']), z.string()], z.string()),
  interval: duration,
  timeout: duration,
  retries: z.number().int().positive(),
  start_period: duration.optional(),
});

const service = z.strictObject({
  image: z
    .string()
    .regex(/^[a-z0-9./-]+:[\w.-]+$/, 'name an image with its tag')
    .optional(),
  build: z.strictObject({ context: z.string(), dockerfile: z.string() }).optional(),
  restart: z.enum(['unless-stopped', 'always', 'on-failure']),
  depends_on: z.record(z.string(), z.strictObject({ condition: z.literal('service_healthy') })).optional(),
  environment: z.record(z.string().regex(/^[A-Z][A-Z0-9_]*$/), z.string()),
  ports: z.array(z.string().regex(/^127\.0\.0\.1:(\d+|\$\{\w+:-\d+\}):\d+$/, 'publish on 127.0.0.1 only')).optional(),
  volumes: z.array(z.string().regex(/^[a-z]+:\/\S+$/, 'named volumes only')).optional(),
  healthcheck,
  shm_size: z.string().optional(),
  stop_grace_period: duration.optional(),
});

/** The part of the Compose specification this project uses; anything else is a mistake or needs a line here. */
export const composeShape = z.strictObject({
  name: z.string(),
  'x-chain': z.record(z.string(), z.string()),
  services: z.strictObject({ postgres: service, indexer: service, api: service, web: service }),
  volumes: z.record(z.string(), z.null()),
});

export type Compose = z.infer<typeof composeShape>;
export type Service = z.infer<typeof service>;

/** Names in `${NAME:-default}`; throws when one has no default, since a fresh machine sets nothing. */
export function interpolated(text: string): string[] {
  return [...text.matchAll(/\$\{([^}]*)\}/g)].map(([, inside = '']) => {
    const [name = '', fallback] = inside.split(':-');
    if (fallback === undefined) throw new Error(`\${${inside}} has no default`);
    return name;
  });
}
