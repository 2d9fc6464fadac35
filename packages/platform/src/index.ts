export { buildConsole } from './build-console.ts';
export { startPlatform, type Platform, type PlatformOptions } from './start-platform.ts';
export { listServices } from './services.ts';
