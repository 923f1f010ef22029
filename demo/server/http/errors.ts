import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../problem.js';

/** Titles for what Fastify itself refuses. Its own messages repeat parts of the request. */
const REFUSALS: Record<number, string> = {
  400: 'The request is not what this operation expects.',
  413: 'The request is too large.',
  415: 'The body has to be application/json.',
};

/** Codes of Node and of PostgreSQL (class 08, 57P0x, 53300) for a database that is away. */
const DATABASE_AWAY = /^(ECONN\w+|ETIMEDOUT|EPIPE|08\w{3}|57P0\d|53300)$/;

/** Every error leaves as a problem; none of them repeats what came in. */
export function answerErrors(app: FastifyInstance): void {
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

/** Any thrown value as a problem. What nobody expected is logged, without data of the person. */
export function toProblem(error: FastifyError, request: FastifyRequest): Problem {
  if (error instanceof Problem) return error;
  // An id that cannot exist does not exist.
  if (error.validationContext === 'params') return new Problem('not-found');
  const { statusCode = 500, code } = error;
  if (statusCode < 500) {
    const title = REFUSALS[statusCode] ?? 'The request is not accepted.';
    return new Problem('unexpected', { status: statusCode, title });
  }
  // Not the error itself: those of a database carry rows in their other properties.
  const { name, message, stack } = error;
  request.log.error({ route: request.routeOptions.url, name, code, stack }, message);
  return DATABASE_AWAY.test(code)
    ? new Problem('unavailable', { retryAfter: 5 })
    : new Problem('unexpected');
}
