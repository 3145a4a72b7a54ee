// Of two builds the first has failed, for the call and for nothing else.
def log = new File(basedir, 'build.log').text

assert log.contains('PriceServiceTest.pricesAreRead')
assert log.contains('Files.readAllLines reads or writes a file: ')
assert log.contains('at com.example.prices.PriceService.read(PriceService.java:')
assert log.count('Tests run: 2, Failures: 1, Errors: 0, Skipped: 0') >= 1
assert log.count('Tests run: 2, Failures: 0, Errors: 0, Skipped: 0') >= 1
