import { configuredPods } from '../../facts/live/configuration';
import { licensingOfImage } from '../../facts/release/licensing';
import { imageRepository } from '../../facts/workloads/imageRepository';
import type { LiveSettings } from '../../facts/live';
import type { Properties } from '../../facts/properties';
import type { Subject } from '../../report/report';
import { combine, skipped, unknown } from '../finding';
import { liveSideCheck } from '../liveCheck';
import { asksForLicense } from './licensedVersion';
import { EXPECTED, licenseSubjects } from './licenseSubjects';

/** The image that runs tells whether it takes a licence key; where its name does not, as in a mirror, the settings do. */
export const live = liveSideCheck({
  needs: ['properties', 'productDeployments'],
  check: ({ properties, productDeployments }, { side, settings }) => {
    if (!properties) return skipped('the product is not deployed');
    const pods = configuredPods(productDeployments, side, { side, settings });
    const images = [...new Set(pods.map(({ image }) => image))];
    if (images.length === 0) {
      return unknown('no Deployment of the product was found', {
        expected: EXPECTED,
      });
    }
    return combine(
      images.flatMap(image => judgeImage(image, { properties, settings })),
      {
        none: `${images.join(', ')} takes no licence key`,
        expected: EXPECTED,
      },
    );
  },
});

function judgeImage(
  image: string,
  { properties, settings }: { properties: Properties; settings: LiveSettings },
): Subject[] {
  const licensing =
    licensingOfImage(imageRepository(image)) ?? settings.licensing;
  if (licensing === 'awsMarketplace') return [];
  const asks = asksForLicense(/:([^:/@]+)(?:@|$)/.exec(image)?.[1] ?? '');
  if (asks === 'no') return [];
  const subjects = licenseSubjects(properties);
  // What has its licence passes whatever the image asks for.
  const open = subjects.some(({ verdict }) => verdict === 'fail');
  if (!open || (licensing === 'byol' && asks === 'yes')) return subjects;
  const detail = `whether ${image} asks for a licence key cannot be told from its name, and none is set`;
  return [{ id: image, verdict: 'unknown', detail }];
}
