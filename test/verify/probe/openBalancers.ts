import {
  type Health,
  HealthServer,
  type Tls,
} from '../../testbed/kubernetes/healthServer.ts';
import { PROGRAM } from '../truth/onWorld.ts';
import { selfSigned } from '../world/certificate.ts';
import { authority } from '../world/manifests/release.ts';
import { PRODUCT_VERSION, SIDE_NAMES } from '../world/sidePlan.ts';
import type { World, WorldSide } from '../world/world.ts';

const ROLES = ['client', 'privileged'] as const;

const DAY = 24 * 3_600_000;

/** Who listens behind both load balancers of a world, and what its pods run. */
export class OpenBalancers {
  private constructor(
    private readonly world: World,
    readonly servers: Readonly<Record<string, HealthServer>>,
  ) {}

  /** With certificates of which the Auditor trusts the Ledger's. */
  static async open(world: World): Promise<OpenBalancers> {
    const started = SIDE_NAMES.map(async name => {
      const tls = certificateOf(world[name]);
      if (name === 'ledger') await trust(world.auditor, tls.certificate);
      return Promise.all(
        ROLES.map(async role => {
          const server = await HealthServer.start('SERVING', tls);
          return [addressOf(world[name], role), server] as const;
        }),
      );
    });
    const servers = (await Promise.all(started)).flat();
    const opened = new OpenBalancers(world, Object.fromEntries(servers));
    await opened.listen();
    return opened;
  }

  /** Everybody listens, but on these addresses nobody. */
  async listen(...closed: string[]): Promise<void> {
    const addresses = Object.entries(this.servers)
      .filter(([name]) => !closed.includes(name))
      .map(([name, { port }]) => ({ name, port }));
    const images = SIDE_NAMES.map(name => ({
      name: `ghcr.io/scalar-labs/scalardl-${name}-byol:${PRODUCT_VERSION}`,
      programs: [PROGRAM],
    }));
    await this.world.testbed.containers({ images, addresses });
  }

  /** What the server behind an address says from now on. */
  says(address: string, health: Health): void {
    const server = this.servers[address];
    if (!server) throw new Error(`Nobody listens for ${address}.`);
    server.health = health;
  }

  async close(): Promise<void> {
    await Promise.all(Object.values(this.servers).map(one => one.stop()));
  }
}

/** The address of a side's load balancer for a port. */
export function addressOf(
  { balancerHost, plan }: WorldSide,
  role: (typeof ROLES)[number],
): string {
  return `${balancerHost}:${plan.ports[role]}`;
}

/** The Secret out of which the Auditor knows whom to trust. */
async function trust(auditor: WorldSide, certificate: string) {
  const { kube, plan } = auditor;
  const path = `/api/v1/namespaces/${plan.namespace}/secrets/ledger-envoy-ca`;
  await kube.patch(path, { stringData: { 'ca.crt': certificate } });
}

function certificateOf(side: WorldSide): Tls {
  const host = `envoy.${authority(side.plan)}`;
  return selfSigned(host, new Date(Date.now() + 30 * DAY));
}
