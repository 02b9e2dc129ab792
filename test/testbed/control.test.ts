import { onTestbed } from './onTestbed';

onTestbed('the control API', ready => {
  async function send(method: string, path: string, body?: unknown) {
    const response = await fetch(`${ready().testbed.url}/_testbed/${path}`, {
      method,
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    return { status: response.status, answer: await response.json() };
  }

  it('merges settings, and takes a list as a whole', async () => {
    const failure = { resource: 'nodegroup', name: 'ledger-*', reason: 'none' };
    await send('PUT', 'settings', {
      durations: { cluster: 3 },
      failures: [failure],
    });
    const { answer } = await send('PUT', 'settings', {
      latencyMilliseconds: 5,
      durations: { stack: 4 },
    });
    expect(answer).toMatchObject({
      latencyMilliseconds: 5,
      consistencyMilliseconds: 0,
      durations: { cluster: 3, stack: 4 },
      quotas: { routesPerTable: 50 },
      failures: [{ ...failure, silent: false }],
    });
    expect(
      (await send('PUT', 'settings', { failures: [] })).answer,
    ).toMatchObject({ failures: [] });
  });

  it.each([
    ['PUT', 'settings', { duration: {} }, 400, 'settings has no duration'],
    [
      'PUT',
      'settings',
      { durations: { cluster: 'long' } },
      400,
      'settings.durations.cluster should be',
    ],
    [
      'PUT',
      'settings',
      { failures: [{ resource: 'stack' }] },
      400,
      'settings.failures[0] needs reason',
    ],
    ['PUT', 'callers', { inside: 'yes' }, 400, 'callers.inside should be'],
    ['PATCH', 'peerings/pcx-1', { status: 'active' }, 404, 'no peering'],
    ['PATCH', 'peerings/pcx-1', { status: 'gone' }, 400, 'status should be'],
    ['DELETE', 'faults/fault-0', undefined, 404, 'no fault fault-0'],
    ['GET', 'crashes/fault-0', undefined, 404, 'no fault fault-0'],
    ['GET', 'calls?after=x', undefined, 400, 'after should be a number'],
    ['GET', 'nothing', undefined, 404, 'has no GET /_testbed/nothing'],
  ])('refuses %s %s %j', async (method, path, body, status, message) => {
    const { status: received, answer } = await send(method, path, body);
    expect(received).toBe(status);
    expect(answer).toEqual({ error: expect.stringContaining(message) });
  });

  it('says where the callers of clusters stand', async () => {
    const callers = { inside: true, address: '198.51.100.4' };
    const { answer } = await send('PUT', 'callers', callers);
    expect(answer).toMatchObject(callers);
  });

  it('forgets calls without starting their numbers anew', async () => {
    const { testbed } = ready();
    const before = await testbed.calls();
    await send('DELETE', 'calls');
    expect(await testbed.calls()).toEqual([]);
    await testbed.signIn('333333333333');
    const [call] = await testbed.calls();
    expect(call?.sequence).toBe((before.at(-1)?.sequence ?? 0) + 1);
  });

  it('answers that no crash was hit when the time is over', async () => {
    const { id } = await ready().testbed.inject({
      effect: { kind: 'crash', when: 'after' },
    });
    expect((await send('GET', `crashes/${id}?timeout=0.05`)).answer).toEqual({
      hit: false,
    });
  });
});
