import java.util.Properties;

/** What the Java client wants its program to do before it logs in. */
final class Logins {
    private static final String TOKEN = "sasl.oauthbearer.token.endpoint.url";

    private Logins() {}

    /** The same settings; a place that tokens come from is one that the program has to allow. */
    static Properties prepared(Properties config) {
        if (config.containsKey(TOKEN)) {
            System.setProperty("org.apache.kafka.sasl.oauthbearer.allowed.urls", config.getProperty(TOKEN));
        }
        return config;
    }
}
