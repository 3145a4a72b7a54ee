import groovy.xml.XmlSlurper

// The build has failed, as it should. It must have failed for the stall of one test and for nothing else.
def suite = new XmlSlurper().parse(new File(basedir, 'target/surefire-reports/TEST-com.example.orders.OrderServiceTest.xml'))
def results = suite.testcase.collectEntries { test ->
    [test.@name.text(), test.'*'.find { it.name() in ['failure', 'error', 'skipped'] }.@type.text()]
}

assert results == [
    pricesOneOrder: '',
    placesFourOrdersConcurrently: 'io.github.liveliness.StallError',
    pricesOneOrderAfterAnother: ''
]

// The command in the report is the one that was run before, and that has found the stall under a schedule.
def message = suite.testcase.failure.@message.text()
def invoked = new File(basedir, 'invoker.properties').text
def log = new File(basedir, 'build.log').text
assert invoked.contains((message =~ /mvn (test .*)/)[0][1].replace("'", ''))
assert log.contains('Proof by exploration')
assert log.contains('It failed in 10 of 10 replays.')

// Straight to the console, which an invoked build and a quiet one don't share.
new PrintStream(new FileOutputStream(FileDescriptor.out), true).println(message)
