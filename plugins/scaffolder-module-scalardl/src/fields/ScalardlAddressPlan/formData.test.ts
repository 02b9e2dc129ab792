import { readContext } from './formData';

describe('readContext', () => {
  it('takes the options where the form says nothing', () => {
    const options = {
      region: 'ap-northeast-1',
      instanceTypes: ['m7i.xlarge'],
      maxNodes: 6,
    };
    const side = {
      region: 'ap-northeast-1',
      instanceTypes: ['m7i.xlarge'],
      maxNodes: 6,
    };
    expect(readContext(options, {})).toEqual({
      sides: { ledger: side, auditor: side },
      applications: [],
      runners: [],
    });
  });

  it('reads the form before the options', () => {
    const formKeys = {
      region: 'place.region',
      ledger: {
        maxNodes: 'ledgerNodes.max',
        instanceTypes: 'ledgerNodes.type',
      },
      auditor: { region: 'auditorRegion', instanceTypes: 'auditorTypes' },
    };
    const formData = {
      place: { region: 'us-east-1' },
      ledgerNodes: { max: 9, type: 'm7i.2xlarge' },
      auditorRegion: 'us-west-2',
      auditorTypes: ['c7i.xlarge', 'm7i.xlarge'],
    };
    const options = { formKeys, region: 'eu-west-1', maxNodes: 4 };
    expect(readContext(options, formData).sides).toEqual({
      ledger: {
        region: 'us-east-1',
        instanceTypes: ['m7i.2xlarge'],
        maxNodes: 9,
      },
      auditor: {
        region: 'us-west-2',
        instanceTypes: ['c7i.xlarge', 'm7i.xlarge'],
        maxNodes: 4,
      },
    });
  });

  it.each([
    ['a list of objects', [{ name: 'shop', cidrs: ['10.3.0.0/16'] }], 'shop'],
    ['objects with a text', [{ cidrs: '10.3.0.0/16' }], '1'],
    ['a list of ranges', ['10.3.0.0/16'], '1'],
    ['one text', ' 10.3.0.0/16 ', '1'],
  ])('reads the ranges of applications from %s', (_, applications, name) => {
    expect(readContext(undefined, { applications }).applications).toEqual([
      { name, cidrs: ['10.3.0.0/16'] },
    ]);
  });

  it('leaves unreadable ranges to the page that asks for them', () => {
    const runners = ['10.4.0.0/24', 'later', '10.4.0.7/24', 5];
    const applications = [{ name: 'shop', cidrs: [''] }, undefined];
    expect(readContext(undefined, { runners, applications })).toMatchObject({
      runners: ['10.4.0.0/24'],
      applications: [],
    });
  });

  it('does not fall over what is not there', () => {
    const formKeys = { region: 'a.b.constructor', runners: 'a.b.c' };
    expect(readContext({ formKeys }, undefined)).toEqual(
      readContext(undefined, {}),
    );
  });
});
