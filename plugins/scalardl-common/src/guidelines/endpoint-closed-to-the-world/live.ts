import { fail, pass, unknown } from '../finding';
import { liveSideCheck } from '../liveCheck';
import { openness } from './openness';

/** EKS keeps the public ranges while public access is off; they open nothing then. */
export const live = liveSideCheck({
  needs: ['cluster'],
  check: ({ cluster: { endpoint } }) => {
    const expected = 'public access off, or narrow public ranges';
    if (!endpoint.public)
      return pass({ expected, observed: 'the public endpoint is off' });
    const { publicCidrs } = endpoint;
    if (publicCidrs.length === 0)
      return fail({ expected, observed: 'open to everybody: no range is set' });
    const observed = `open to ${publicCidrs.join(', ')}`;
    const { closed, reason } = openness(publicCidrs);
    if (closed === 'unknown')
      return unknown(reason ?? '', { expected, observed });
    return closed === 'yes'
      ? pass({ expected, observed })
      : fail({ expected, observed });
  },
});
