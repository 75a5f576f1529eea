package dev.specula.samples.imagetotext.page;

import dev.specula.samples.imagetotext.ShippedPictures;
import java.time.Duration;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The pictures that come with the sample. */
@RestController
class PictureController {
    /** Numbers of the pictures to show first. */
    @GetMapping("/api/pictures")
    List<Long> pictures() {
        return ShippedPictures.first();
    }

    /** Picture number {@code number}: any number has one. */
    @GetMapping("/pictures/{number:\\d{1,5}}.png")
    ResponseEntity<byte[]> picture(@PathVariable long number) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)))
                .body(ShippedPictures.png(number));
    }
}
