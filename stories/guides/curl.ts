/** A request to a server and what came back. */
export interface Exchange {
  readonly request: string;
  readonly body?: object;
  readonly status: number;
  readonly answer?: object;
}

/** The same as somebody would see it who asks with curl. */
export function curl(baseUrl: string, { request, body, status, answer }: Exchange): string {
  const [method = '', path = ''] = request.split(' ');
  const json = body && `-H 'Content-Type: application/json' -d '${JSON.stringify(body)}'`;
  const asked = [
    'curl -i -b cookies.txt',
    method !== 'GET' && `-X ${method}`,
    json,
    baseUrl + path,
  ];
  return [
    `$ ${asked.filter(Boolean).join(' ')}`,
    `HTTP/1.1 ${status}`,
    ...(answer ? ['', JSON.stringify(answer)] : []),
  ].join('\n');
}
