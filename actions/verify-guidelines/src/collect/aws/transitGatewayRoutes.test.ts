import { routesOf } from './transitGatewayRoutes';

const route = (id: string) => ({
  DestinationCidrBlock: '10.2.0.0/20',
  State: 'active' as const,
  Type: 'static' as const,
  TransitGatewayAttachments: [{ TransitGatewayAttachmentId: id }],
});

describe('routesOf', () => {
  it('tells where each route of every page leads', () => {
    const pages = [
      {
        Routes: [route('tgw-attach-1')],
        NextToken: 'more',
        AdditionalRoutesAvailable: true,
      },
      {
        Routes: [
          {
            DestinationCidrBlock: '10.3.0.0/16',
            State: 'blackhole' as const,
            Type: 'static' as const,
          },
          {
            ...route('tgw-attach-2'),
            Type: 'propagated' as const,
            TransitGatewayAttachments: [
              { TransitGatewayAttachmentId: 'tgw-attach-2' },
              { TransitGatewayAttachmentId: 'tgw-attach-3' },
            ],
          },
        ],
        AdditionalRoutesAvailable: false,
      },
    ];
    expect(routesOf('tgw-rtb-1', pages)).toEqual([
      {
        destination: '10.2.0.0/20',
        attachmentIds: ['tgw-attach-1'],
        state: 'active',
      },
      { destination: '10.3.0.0/16', attachmentIds: [], state: 'blackhole' },
      {
        destination: '10.2.0.0/20',
        attachmentIds: ['tgw-attach-2', 'tgw-attach-3'],
        state: 'active',
        propagated: true,
      },
    ]);
  });

  it('tells nothing where AWS has more than it shows', () => {
    const pages = [
      { Routes: [route('tgw-attach-1')], AdditionalRoutesAvailable: true },
    ];
    expect(() => routesOf('tgw-rtb-1', pages)).toThrow(
      'ec2:SearchTransitGatewayRoutes of tgw-rtb-1: AWS has more routes than the 1 that it shows',
    );
  });
});
