import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from '../../scripts/start/paths';
import { composeShape, interpolated, type Service } from './compose-shape';
import { envParts, parseDockerfile } from './dockerfile';
import { variablesDocumented, variablesRead } from './environment';

const text = readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8');
const compose = composeShape.parse(parse(text, { merge: true }));
const services = Object.entries(compose.services);
const built = services.filter(([, { build }]) => build !== undefined);

const instructions = ({ build }: Service) =>
  parseDockerfile(readFileSync(join(ROOT, build?.context ?? '', build?.dockerfile ?? ''), 'utf8'));

test('each service has an image or a Dockerfile that exists', () => {
  for (const [name, service] of services) {
    expect([service.image, service.build].filter(Boolean), name).toHaveLength(1);
    if (service.build) expect(existsSync(join(ROOT, service.build.dockerfile)), service.build.dockerfile).toBe(true);
  }
});

test('every volume is declared and every declared volume is used', () => {
  const used = services.flatMap(([, { volumes }]) => (volumes ?? []).map((volume) => volume.split(':')[0]));
  expect([...new Set(used)].sort()).toEqual(Object.keys(compose.volumes).sort());
});

test('a service waits only for services that exist', () => {
  for (const [, { depends_on }] of services) {
    for (const name of Object.keys(depends_on ?? {})) expect(Object.keys(compose.services)).toContain(name);
  }
});

test('every variable a person may set is in the README and has a default', () => {
  const documented = variablesDocumented();
  for (const name of interpolated(text.replaceAll(/^#.*$/gm, ''))) expect(documented).toContain(name);
});

describe.each(built)('%s', (_name, service) => {
  test('publishes and checks only ports its image exposes', () => {
    const exposed = instructions(service)
      .filter(({ word }) => word === 'EXPOSE')
      .map(({ rest }) => rest);
    const published = (service.ports ?? []).map((port) => port.split(':').at(-1));
    const checked = service.healthcheck.test.join(' ').match(/127\.0\.0\.1:(\d+)/)?.[1];
    for (const port of [...published, checked]) expect(exposed).toContain(port);
  });

  test('is given only variables its program reads', () => {
    const read = variablesRead();
    const inImage = instructions(service).filter(({ word }) => word === 'ENV');
    const ours = inImage.flatMap(({ rest }) => Object.keys(envParts(rest)));
    const foreign = ['NODE_ENV', 'TZ', 'NEXT_TELEMETRY_DISABLED'];
    for (const name of [...Object.keys(service.environment), ...ours].filter((one) => !foreign.includes(one))) {
      expect(read.has(name), `${name} is read somewhere`).toBe(true);
    }
  });

  test('reaches other services by their names and container ports', () => {
    for (const value of Object.values(service.environment)) {
      const host = value.match(/^\w+:\/\/(?:[^@]*@)?([a-z]+):(\d+)\//);
      if (!host) continue;
      const target = compose.services[host[1] as keyof typeof compose.services];
      expect(target, value).toBeDefined();
      const ports = target.build ? instructions(target).filter(({ word }) => word === 'EXPOSE') : [{ rest: '5432' }];
      expect(ports.map(({ rest }) => rest)).toContain(host[2]);
    }
  });
});
