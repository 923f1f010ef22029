import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../problem.js';

/** Titles for errors of Fastify itself, whose own messages repeat parts of the request. */
const FASTIFY_TITLES: Record<number, string> = {
  400: 'The request is not valid for this operation.',
  413: 'The request is too large.',
  415: 'The body must be application/json.',
};

/** Codes of Node and of PostgreSQL (class 08, 57P0x, 53300) for an unreachable database. */
const DATABASE_UNREACHABLE = /^(ECONN\w+|ETIMEDOUT|EPIPE|08\w{3}|57P0\d|53300)$/;

/** Sends every error as a problem that repeats nothing of the request. */
export function handleErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    sendProblem(reply, toProblem(error, request));
  });
}

export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  if (problem.retryAfter !== undefined) reply.header('retry-after', problem.retryAfter);
  return reply
    .code(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem.body));
}

/** Converts any thrown value to a problem. Unexpected errors are logged without personal data. */
export function toProblem(error: FastifyError, request: FastifyRequest): Problem {
  if (error instanceof Problem) return error;
  // A malformed id is treated as one that does not exist.
  if (error.validationContext === 'params') return new Problem('not-found');
  const { statusCode = 500, code } = error;
  if (statusCode < 500) {
    const title = FASTIFY_TITLES[statusCode] ?? 'The request is not accepted.';
    return new Problem('unexpected', { status: statusCode, title });
  }
  // Only these properties, because errors of a database contain rows in others.
  const { name, message, stack } = error;
  request.log.error({ route: request.routeOptions.url, name, code, stack }, message);
  return DATABASE_UNREACHABLE.test(code)
    ? new Problem('unavailable', { retryAfter: 5 })
    : new Problem('unexpected');
}
