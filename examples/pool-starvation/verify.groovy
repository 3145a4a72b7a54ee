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

// Straight to the console, which an invoked build and a quiet one don't share.
new PrintStream(new FileOutputStream(FileDescriptor.out), true).println(suite.testcase.failure.@message.text())
