export { createBusSessions } from './bus-session.ts';
export { createLink, type Link, LinkClosed, type Method, type Methods } from './link.ts';
export { type LinkServer, openLink, serveLinks } from './link-server.ts';
export { openLocalBus } from './local-bus.ts';
