// Both builds have failed, as they should, for the stall and for nothing else: one has found it, the other has replayed it.
def log = new File(basedir, 'build.log').text
def readme = new File(basedir, 'README.md').text
def token = (log =~ /-Dliveliness\.explore\.replay=(L1_\S+)/)[0][1]

assert log.count('Tests run: 1, Failures: 1, Errors: 0, Skipped: 0') >= 2
assert log.contains('STARVATION (proven) in OrderDeskTest.takesTwoOrders()')
assert log.contains('It failed in 10 of 10 replays.')
assert readme.contains(token)
assert log.contains("This is the schedule of token ${token}.")
