import { withTools } from '../../tools/withTools.ts';
import { Gate } from './gate.ts';
import { KubernetesBed } from './kubernetesBed.ts';
import { around } from './manifests/around.ts';
import { product } from './manifests/product.ts';
import { asksForItsRights } from './topics/asksForItsRights.ts';
import { keepsSecrets } from './topics/keepsSecrets.ts';
import { opensKubeconfigs } from './topics/opensKubeconfigs.ts';
import { outlastsTheNetwork } from './topics/outlastsTheNetwork.ts';
import { readsKindsOfOthers } from './topics/readsKindsOfOthers.ts';
import { readsTheProduct } from './topics/readsTheProduct.ts';
import { resolvesWorkloads } from './topics/resolvesWorkloads.ts';

/** A control plane beside other suites. */
const START_MILLISECONDS = 180_000;

withTools(['moto', 'kubernetes', 'kwok'], tools => {
  describe('the facts of a real Kubernetes API', () => {
    let bed: KubernetesBed;
    let gate: Gate;

    beforeAll(async () => {
      bed = await KubernetesBed.start(tools);
      await bed.applyAll([...product(), ...around()]);
      gate = await Gate.open(bed.cluster, tools.moto.path);
    }, START_MILLISECONDS);

    afterEach(() => gate.reset());

    afterAll(async () => {
      await gate?.close();
      await bed?.stop();
    });

    const world = { bed: () => bed, gate: () => gate };
    readsTheProduct(world);
    resolvesWorkloads(world);
    keepsSecrets(world);
    opensKubeconfigs(world);
    outlastsTheNetwork(world);
    readsKindsOfOthers(world);
    asksForItsRights(world);
  });
});
