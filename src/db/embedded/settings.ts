// Given on the command line, where neither postgresql.conf nor ALTER SYSTEM can undo them.

/** What a word that was acknowledged stands on. */
const durable = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' }

/**
 * No text of a conversation in the log. An ERROR's own sentence can quote a value, its DETAIL a whole row, and the
 * line about a crashed process its statement: so errors are not logged (the app gets them) and details are left out.
 */
const silent = {
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_min_duration_sample: '-1',
  log_transaction_sample_rate: '0',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] ',
}

/** Reached only through a socket in a folder that is the account's own. */
const near = { listen_addresses: '', unix_socket_permissions: '0700', max_connections: '60' }

/** `wal_buffers`: what a large file writes would else wait for the disk every four megabytes. */
const sized = { shared_buffers: '128MB', max_wal_size: '512MB', wal_buffers: '16MB' }

const told = { cluster_name: 'medspil', timezone: 'UTC', log_timezone: 'UTC', logging_collector: 'off' }

/** The server's arguments for every setting we insist on. */
export function settingArguments(): string[] {
  const settings = { ...durable, ...silent, ...near, ...sized, ...told }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
