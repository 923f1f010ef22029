/** A request to a server and its response. */
export interface Exchange {
  readonly request: string;
  readonly body?: object;
  readonly status: number;
  readonly response?: object;
}

/** Formats a request and its response as curl shows them. */
export function curl(baseUrl: string, { request, body, status, response }: Exchange): string {
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
    ...(response ? ['', JSON.stringify(response)] : []),
  ].join('\n');
}
