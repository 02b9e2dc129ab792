import { imageRepository, isWithin } from './imageRepository';

describe('imageRepository', () => {
  it.each([
    ['nginx', 'nginx'],
    ['nginx:1.29', 'nginx'],
    ['localhost:5000/nginx', 'localhost:5000/nginx'],
    ['localhost:5000/nginx:1.29', 'localhost:5000/nginx'],
    [`nginx:1.29@sha256:${'0'.repeat(64)}`, 'nginx'],
    [`nginx@sha256:${'0'.repeat(64)}`, 'nginx'],
  ])('of %s is %s', (image, repository) => {
    expect(imageRepository(image)).toBe(repository);
  });
});

describe('isWithin', () => {
  it.each([
    ['ghcr.io/acme/agent', 'ghcr.io/acme/agent', true],
    ['ghcr.io/acme/agent', 'ghcr.io/acme/', true],
    ['ghcr.io/acme/agent', 'ghcr.io/acme', true],
    ['ghcr.io/acme/agent', 'ghcr.io/acm', false],
    ['ghcr.io/acme/agent-of-somebody', 'ghcr.io/acme/agent', false],
    ['ghcr.io.evil.example/acme/agent', 'ghcr.io', false],
    ['ghcr.io/acme', 'ghcr.io/acme/agent', false],
  ])('%s in %s: %s', (repository, named, expected) => {
    expect(isWithin(repository, named)).toBe(expected);
  });
});
