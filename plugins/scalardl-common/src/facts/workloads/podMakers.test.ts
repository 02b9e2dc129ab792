import { documentsOf } from '../document.fixture';
import { objectsOf } from '../kubernetes/objects';
import { imageOrigin } from './imageOrigin';
import { podMaker } from './podMakers';

describe('imageOrigin', () => {
  it.each([
    [
      'ghcr.io/scalar-labs/scalardl-ledger-byol:3.13.0',
      { kind: 'product', side: 'ledger' },
    ],
    [
      '1.dkr.ecr.us-east-1.amazonaws.com/scalar/scalardl-auditor-aws-payg',
      { kind: 'product', side: 'auditor' },
    ],
    ['localhost:5000/scalardl-ledger', { kind: 'product', side: 'ledger' }],
    ['ghcr.io/scalar-labs/scalar-envoy@sha256:00', { kind: 'envoy' }],
    ['ghcr.io/scalar-labs/scalardl-schema-loader:3.13.0', { kind: 'tool' }],
    [
      'registry.k8s.io/autoscaling/cluster-autoscaler:v1.35.0',
      { kind: 'system' },
    ],
    [
      '602401143452.dkr.ecr.ap-northeast-1.amazonaws.com/eks/coredns:v1',
      { kind: 'system' },
    ],
    [
      '333333333333.dkr.ecr.ap-northeast-1.amazonaws.com/shop',
      { kind: 'other' },
    ],
    ['public.ecr.aws/nginx/nginx', { kind: 'other' }],
    ['docker.io/evil/registry.k8s.io/pause', { kind: 'other' }],
    ['shop/scalardl-ledger/main', { kind: 'other' }],
    ['nginx', { kind: 'other' }],
  ])('reads %s', (image, expected) => {
    expect(imageOrigin(image)).toEqual(expected);
  });
});

describe('podMaker', () => {
  const maker = (text: string) => {
    const [object] = objectsOf(documentsOf(text));
    if (!object) throw new Error('no object');
    return podMaker(object);
  };

  it.each([
    ['{apiVersion: v1, kind: ConfigMap}', { kind: 'none' }],
    [
      '{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy}',
      { kind: 'none' },
    ],
    [
      '{apiVersion: monitoring.coreos.com/v1, kind: ServiceMonitor}',
      { kind: 'none' },
    ],
    [
      '{apiVersion: monitoring.coreos.com/v1, kind: Prometheus}',
      { kind: 'pods', images: ['quay.io/prometheus/prometheus'] },
    ],
    ['{apiVersion: example.com/v1, kind: Shop}', { kind: 'unknown' }],
    [
      '{apiVersion: apps.example.com/v1, kind: Deployment}',
      { kind: 'unknown' },
    ],
    [
      '{apiVersion: serving.knative.dev/v1, kind: Service}',
      { kind: 'unknown' },
    ],
    [
      '{apiVersion: v1, kind: Pod, spec: {containers: [{image: a}], initContainers: [{image: b}]}}',
      { kind: 'pods', images: ['b', 'a'] },
    ],
    [
      '{apiVersion: apps/v1, kind: Deployment, spec: {template: {spec: {containers: [{image: a}]}}}}',
      { kind: 'pods', images: ['a'] },
    ],
    [
      '{apiVersion: batch/v1, kind: CronJob, spec: {jobTemplate: {spec: {template: {spec: {containers: [{image: a}]}}}}}}',
      { kind: 'pods', images: ['a'] },
    ],
    ['{apiVersion: apps/v1, kind: StatefulSet}', { kind: 'pods', images: [] }],
    [
      '{apiVersion: v1, kind: Pod, spec: {containers: [{name: a}]}}',
      { kind: 'pods', images: [''] },
    ],
  ])('reads %s', (text, expected) => {
    expect(maker(text)).toEqual(expected);
  });
});
