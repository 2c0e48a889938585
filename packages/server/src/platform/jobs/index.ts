export { findJob, type Job, type JobState, listJobs, type NewJob, STOPPED_WORDS, stopJobs } from './job.ts';
export { runJob } from './run.ts';
