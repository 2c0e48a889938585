export { z } from '@hono/zod-openapi';
export { answerOf, newErrorNumber, parseInput, SignInNeeded, WrongShape } from './errors.ts';
export { type FileAnswer, fileAnswer } from './files.ts';
export { type Outage, outageOf } from './outage.ts';
export {
  type ApiRoute,
  type BareCall,
  bareRoute,
  type Call,
  fileRoute,
  type Needs,
  type Place,
  readRoute,
  type Work,
  type WriteMethod,
  writeRoute,
} from './route.ts';
export {
  daySchema,
  divisionCodeSchema,
  doneSchema,
  faultSchema,
  idSchema,
  listOf,
  monthSchema,
  pageQuery,
  refusalsSchema,
  yearSchema,
} from './schemas.ts';
