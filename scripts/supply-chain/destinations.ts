const ADDRESS = /sin_port=htons\((\d+)\), sin_addr=inet_addr\("([^"]+)"\)|sin6_port=htons\((\d+)\)[^}]*?inet_pton\(AF_INET6, "([^"]+)"/g;

/** Internet addresses that a trace by strace (`connect`, `sendto`, `sendmsg`, `sendmmsg`) was sent to: `203.0.113.1 port 443`. Local sockets have none. */
export function destinationsOf(trace: string): string[] {
  return [...trace.matchAll(ADDRESS)].map(([, port4, address4, port6, address6]) => `${address4 ?? address6} port ${port4 ?? port6}`);
}

/** Whether a destination is another machine. */
export function isOutside(destination: string): boolean {
  return !/^(127\.[\d.]+|::1|::ffff:127\.[\d.]+) /.test(destination);
}
