import { fail, pass } from '../finding';
import { liveSideCheck } from '../liveCheck';

export const live = liveSideCheck({
  needs: ['cluster'],
  check: ({ cluster: { endpoint } }) => {
    const expected = 'public access off and private access on';
    if (endpoint.public) {
      const ranges = endpoint.publicCidrs.join(', ') || 'everybody';
      return fail({
        expected,
        observed: `the public endpoint is on and open to ${ranges}`,
      });
    }
    return endpoint.private
      ? pass({ expected, observed: 'private access only' })
      : fail({ expected, observed: 'private access is off' });
  },
});
